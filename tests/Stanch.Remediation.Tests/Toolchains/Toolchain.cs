using Stanch.Remediation.Snippets;

namespace Stanch.Remediation.Tests.Toolchains;

/// <summary>A language's own tools, which run or parse many snippets in one process.</summary>
internal abstract class Toolchain
{
    /// <summary>One for each language. A test fails for a language without one.</summary>
    public static IReadOnlyList<Toolchain> All { get; } =
        [new PythonToolchain(), new JavaScriptToolchain(), new TypeScriptToolchain(), new JavaToolchain(), new CSharpToolchain(), new GoToolchain(), new RubyToolchain(), new PhpToolchain()];

    public abstract string Language { get; }

    /// <summary>The ways whose client library is neither in Debian nor in a registry that we reach: their snippets are parsed.</summary>
    public virtual IReadOnlyList<string> ParsedOnly => [];

    /// <summary>The file of a snippet, from the workshop's folder.</summary>
    public abstract string FileOf(int number);

    /// <summary>A whole program, or a part of one, that prints the number and the value on one line.</summary>
    public abstract string Wrap(Snippet snippet, int number);

    /// <returns>What the programs printed.</returns>
    public abstract Task<string> RunAsync(Workshop shop, IReadOnlyList<int> numbers);

    /// <summary>Fails for a file that the language's own parser refuses.</summary>
    public virtual Task ParseAsync(Workshop shop, IReadOnlyList<int> numbers) => Task.CompletedTask;
}
