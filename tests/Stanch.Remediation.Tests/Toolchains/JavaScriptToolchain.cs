using Stanch.Remediation.Snippets;

namespace Stanch.Remediation.Tests.Toolchains;

internal sealed class JavaScriptToolchain : Toolchain
{
    private const string ImportAll = "for (const file of process.argv.slice(1)) await import(file);";

    public override string Language => "javascript";

    public override string FileOf(int number) => $"s{number}.mjs";

    public override string Wrap(Snippet snippet, int number) => $"{snippet.Code}\nconsole.log({number}, {snippet.Name});\n";

    public override async Task<string> RunAsync(Workshop shop, IReadOnlyList<int> numbers)
    {
        await NodePackages.LinkAsync(shop);
        return await RunAsync(shop, numbers.Select(FileOf));
    }

    public static Task<string> RunAsync(Workshop shop, IEnumerable<string> files) =>
        shop.RunAsync("nodejs", "node", ["--input-type=module", "--eval", ImportAll, .. files.Select(file => new Uri(shop.At(file)).AbsoluteUri)]);
}
