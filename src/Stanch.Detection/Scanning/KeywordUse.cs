namespace Stanch.Detection.Scanning;

/// <summary>A detector, by its number, waits for a keyword, by its number in the automaton.</summary>
internal readonly record struct KeywordUse(int Keyword, int Detector);
