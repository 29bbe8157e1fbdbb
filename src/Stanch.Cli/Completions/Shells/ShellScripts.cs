namespace Stanch.Cli.Completions.Shells;

/// <summary>Every shell. A test fails for one that is missing here.</summary>
internal static class ShellScripts
{
    public static IReadOnlyList<IShellScript> All { get; } = [new BashScript(), new ZshScript(), new FishScript(), new PowerShellScript()];

    /// <summary>The command that the scripts ask for ids.</summary>
    public const string AskForIds = "stanch detectors list --ids";

    /// <summary>Options with a value, by what is proposed for it; each as its command's path and its name.</summary>
    public static IEnumerable<(CompletedValue Value, IReadOnlyList<string> Options)> ByValue(CompletedCommand root) =>
        from command in root.All
        from option in command.Options
        where option.Value is not null
        from name in option.Names
        group $"{command.Path} {name}" by (option.Value!.Kind, Words: string.Join(' ', option.Value.Words)) into same
        select (new CompletedValue("", same.Key.Kind, same.Key.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries)), (IReadOnlyList<string>)[.. same]);
}
