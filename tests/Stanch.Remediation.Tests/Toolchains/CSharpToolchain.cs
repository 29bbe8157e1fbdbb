using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Stanch.Remediation.Snippets;

namespace Stanch.Remediation.Tests.Toolchains;

/// <summary>The C# compiler makes one program of them all, which dotnet runs.</summary>
internal sealed class CSharpToolchain : Toolchain
{
    public override string Language => "csharp";

    public override IReadOnlyList<string> ParsedOnly => ["aws", "vault"];

    public override string FileOf(int number) => $"s{number}.cs";

    public override string Wrap(Snippet snippet, int number) =>
        $"{snippet.Imports}\ninternal static class S{number}\n{{\npublic static async System.Threading.Tasks.Task Run()\n{{\n{snippet.Body}\nSystem.Console.WriteLine($\"{number} {{{snippet.Name}}}\");\nawait System.Threading.Tasks.Task.Yield();\n}}\n}}\n";

    public override async Task<string> RunAsync(Workshop shop, IReadOnlyList<int> numbers)
    {
        var main = $"internal static class Program {{ public static async System.Threading.Tasks.Task Main() {{ {string.Concat(numbers.Select(number => $"await S{number}.Run(); "))} }} }}";
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal));
        var compilation = CSharpCompilation.Create("snippets", [.. numbers.Select(number => Parse(shop, number)), CSharpSyntaxTree.ParseText(main)],
            platform.Select(path => MetadataReference.CreateFromFile(path)), new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        using (var program = File.Create(shop.At("snippets.dll")))
            compilation.Emit(program).Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        shop.Write("snippets.runtimeconfig.json", $$"""{ "runtimeOptions": { "tfm": "net10.0", "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" } } }""");
        return await shop.RunAsync("dotnet-sdk-10.0", "dotnet", "exec", shop.At("snippets.dll"));
    }

    public override Task ParseAsync(Workshop shop, IReadOnlyList<int> numbers)
    {
        foreach (var number in numbers) Parse(shop, number).GetDiagnostics().ShouldBeEmpty();
        return Task.CompletedTask;
    }

    private SyntaxTree Parse(Workshop shop, int number) => CSharpSyntaxTree.ParseText(File.ReadAllText(shop.At(FileOf(number))), path: FileOf(number));
}
