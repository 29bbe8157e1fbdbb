namespace Stanch.Policy.Imports;

/// <summary>All files of other tools that can be imported; the help and the docs are made from this list.</summary>
public static class ForeignFormats
{
    public static IReadOnlyList<IForeignFormat> All { get; } =
        [new GitleaksConfiguration(), new GitleaksIgnoreFile(), new DetectSecretsBaseline(), new GgshieldConfiguration(), new TruffleHogReport()];
}
