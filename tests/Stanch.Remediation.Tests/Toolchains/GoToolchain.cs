using Stanch.Remediation.Snippets;

namespace Stanch.Remediation.Tests.Toolchains;

/// <summary>Each snippet is a package of its own, and one program calls them all. Debian's libraries lie in a workspace as before modules.</summary>
internal sealed class GoToolchain : Toolchain
{
    public override string Language => "go";

    public override IReadOnlyList<string> ParsedOnly => ["vault", "conjur"];

    public override string FileOf(int number) => $"src/s{number}/s.go";

    public override string Wrap(Snippet snippet, int number) =>
        $"package s{number}\n\nimport \"fmt\"\n\n{snippet.Imports}\n\nfunc Run() {{\n{snippet.Body}\nfmt.Println({number}, {snippet.Name})\n}}\n";

    public override Task<string> RunAsync(Workshop shop, IReadOnlyList<int> numbers)
    {
        shop.Write("src/all/main.go", $"package main\n\nimport (\n{string.Concat(numbers.Select(number => $"\"s{number}\"\n"))})\n\nfunc main() {{\n{string.Concat(numbers.Select(number => $"s{number}.Run()\n"))}}}\n");
        // What was built of the libraries once serves every later run.
        var cache = Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "..", "..", "..", "go"));
        return shop.RunAsync("golang-go golang-github-aws-aws-sdk-go-v2-dev", "env",
            "GO111MODULE=off", "CGO_ENABLED=0", $"GOPATH={shop.Folder}:/usr/share/gocode", $"GOCACHE={cache}", "GOFLAGS=", "go", "run", "src/all/main.go");
    }

    public override Task ParseAsync(Workshop shop, IReadOnlyList<int> numbers) => shop.RunAsync("golang-go", "gofmt", ["-e", "-l", .. numbers.Select(FileOf)]);
}
