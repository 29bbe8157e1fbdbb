namespace Stanch.Cli.Completions.Shells;

/// <summary>A shell that can be told what to propose. A new one is one file here and one line in <see cref="ShellScripts.All"/>.</summary>
internal interface IShellScript
{
    /// <summary>As people call the shell.</summary>
    string Name { get; }

    /// <summary>Where its users put the script: a line or two of its own comments.</summary>
    string Advice { get; }

    void Write(CompletedCommand root, TextWriter output);
}
