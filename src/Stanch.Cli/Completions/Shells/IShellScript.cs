namespace Stanch.Cli.Completions.Shells;

/// <summary>A shell that can be told what to propose. A new one is one file here and one line in <see cref="ShellScripts.All"/>.</summary>
internal interface IShellScript
{
    /// <summary>As people call the shell.</summary>
    string Name { get; }

    /// <summary>The command that puts the script where the shell finds it; a comment at its top.</summary>
    string Advice { get; }

    /// <summary>What the shell wants to read first; null where it asks for nothing.</summary>
    string? FirstLine => null;

    void Write(CompletedCommand root, TextWriter output);
}
