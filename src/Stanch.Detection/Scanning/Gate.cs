namespace Stanch.Detection.Scanning;

/// <summary>Where on its way a keyword's hit ended, in the order of the way.</summary>
public enum Gate
{
    /// <summary>The content is binary: only formats that are specific by themselves are looked for.</summary>
    Binary,

    /// <summary>The keyword is the end of another word.</summary>
    Word,

    /// <summary>No value is assigned to the name that the keyword stands in.</summary>
    Assignment,

    /// <summary>The value is shorter than any such secret.</summary>
    Length,

    /// <summary>No text around the keyword has the secret's form.</summary>
    Pattern,

    /// <summary>Text has the secret's form, but it is a part of a longer word.</summary>
    Boundary,

    /// <summary>A part of the value has the secret's form, but the rest shows that it is something else: a path, an address.</summary>
    StandsAlone,

    /// <summary>The value's characters repeat too much.</summary>
    Entropy,

    /// <summary>The value stands for a secret: <c>YOUR_TOKEN</c>, <c>xxxx</c>.</summary>
    Placeholder,

    /// <summary>The value is made of words.</summary>
    Words,

    /// <summary>The value is a reference, an expression or something else that no secret looks like.</summary>
    Shape,

    /// <summary>The name says that it is no credential, or the value repeats the name.</summary>
    Name,

    /// <summary>Name, value and what stands around them, weighed together, say that it is no secret.</summary>
    Weight,

    /// <summary>The offline check says that it is something else.</summary>
    Proof,

    /// <summary>A more specific format stands there, as a stand-in for itself.</summary>
    StandIn,

    /// <summary>A more specific detector found the same text.</summary>
    Overlap,

    /// <summary>The file's kind says no: a bare value in a code file is an expression, a hash in a document belongs to an example.</summary>
    Place,

    /// <summary>It was found.</summary>
    Passed,
}
