namespace Stanch.Detection.Model;

/// <summary>The form of a value, where it has one that names, paths or messages have.</summary>
internal enum ValueForm
{
    None,

    /// <summary><c>word</c>, <c>Word</c></summary>
    Word,

    /// <summary><c>someName</c>, <c>SomeName</c></summary>
    CamelCase,

    /// <summary><c>SOME_NAME</c></summary>
    Constant,

    /// <summary><c>some_name</c>, <c>some-name</c></summary>
    Joined,

    /// <summary><c>some.name</c></summary>
    Dotted,

    /// <summary><c>some/path</c></summary>
    Path,

    /// <summary>Words with blanks between.</summary>
    Sentence,

    /// <summary>Hexadecimal digits of both kinds.</summary>
    Hexadecimal,

    /// <summary>8-4-4-4-12 hexadecimal digits.</summary>
    Uuid,

    /// <summary>Digits alone, with or without a point or a sign.</summary>
    Number,

    /// <summary>A call, an index, an operator.</summary>
    Expression,
}
