namespace Stanch.Policy.Imports.Patterns;

/// <summary>An expression, or a part of one, that has no counterpart here. The message is the end of a sentence that starts with "it".</summary>
internal sealed class GoRegexException(string reason) : Exception(reason);
