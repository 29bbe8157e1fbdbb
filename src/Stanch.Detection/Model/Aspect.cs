namespace Stanch.Detection.Model;

/// <summary>What a person would call a group of features.</summary>
internal enum Aspect
{
    Name,
    Characters,
    Spelling,
    Length,
    Form,
    Syntax,
    Line,
    Neighbours,
    File,
}
