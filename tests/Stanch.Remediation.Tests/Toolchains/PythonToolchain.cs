using Stanch.Remediation.Snippets;

namespace Stanch.Remediation.Tests.Toolchains;

/// <summary>Debian's own Python, which has Debian's libraries.</summary>
internal sealed class PythonToolchain : Toolchain
{
    public override string Language => "python";

    public override string FileOf(int number) => $"s{number}.py";

    public override string Wrap(Snippet snippet, int number) => $"{snippet.Code}\nprint({number}, {snippet.Name})\n";

    public override Task<string> RunAsync(Workshop shop, IReadOnlyList<int> numbers) =>
        shop.RunAsync("python3-boto3 python3-hvac python3-requests", "/usr/bin/python3", ["-c", "import runpy, sys; [runpy.run_path(file) for file in sys.argv[1:]]", .. numbers.Select(FileOf)]);
}
