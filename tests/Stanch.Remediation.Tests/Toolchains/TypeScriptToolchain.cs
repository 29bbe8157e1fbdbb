using Stanch.Remediation.Snippets;

namespace Stanch.Remediation.Tests.Toolchains;

/// <summary>The compiler checks all of them at once, strictly; node runs what it wrote.</summary>
internal sealed class TypeScriptToolchain : Toolchain
{
    private const string Project = """
        { "compilerOptions": { "module": "nodenext", "target": "es2022", "strict": true, "types": ["node"], "skipLibCheck": true, "outDir": "out", "rootDir": "." }, "include": ["*.mts"] }
        """;

    public override string Language => "typescript";

    public override string FileOf(int number) => $"s{number}.mts";

    // A file without an import is a module only by its export.
    public override string Wrap(Snippet snippet, int number) => $"{snippet.Code}\nconst printed: string = {snippet.Name};\nconsole.log({number}, printed);\nexport {{}};\n";

    public override async Task<string> RunAsync(Workshop shop, IReadOnlyList<int> numbers)
    {
        await NodePackages.LinkAsync(shop);
        shop.Write("tsconfig.json", Project);
        await shop.RunAsync("nodejs", "node", "node_modules/typescript/bin/tsc", "--project", ".");
        return await JavaScriptToolchain.RunAsync(shop, numbers.Select(number => $"out/s{number}.mjs"));
    }
}
