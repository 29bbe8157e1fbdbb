namespace Stanch.Detection.Model;

/// <summary>What the model looks at, one byte each. The trained weights refer to these by number: train again after a change.</summary>
internal enum Feature
{
    // The name.
    Role,
    CredentialKind,
    WordsBefore,
    WordsAfter,
    NameLength,
    NameCase,
    SaysFake,

    // The value.
    Length,
    Alphabet,
    Randomness,
    Distinct,
    Digits,
    Uppers,
    Signs,
    Transitions,
    LongestLetters,
    WordLikeness,
    LeastWordLike,
    Surprise,
    Blanks,
    Shape,
    FirstKind,
    LastKind,
    SharesName,
    CredentialWords,
    Steps,
    NotAscii,
    Expression,

    // The syntax.
    Separator,
    Quoted,
    InText,
    InComment,
    Before,
    After,
    Gap,
    WordsOnLine,
    LineLength,
    Wrapped,

    // The neighbours.
    Siblings,
    SiblingWordLikeness,
    SiblingBlanks,
    ForeignText,
    AccountNear,

    // The place.
    FileKind,
}
