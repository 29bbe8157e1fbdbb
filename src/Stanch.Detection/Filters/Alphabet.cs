namespace Stanch.Detection.Filters;

/// <summary>The smallest usual alphabet that holds all characters of a text: what its entropy is to be compared with.</summary>
internal enum Alphabet
{
    Digits,
    Hexadecimal,
    Letters,
    LettersAndDigits,
    MixedLetters,
    MixedLettersAndDigits,
    Base64,
    Printable,
}
