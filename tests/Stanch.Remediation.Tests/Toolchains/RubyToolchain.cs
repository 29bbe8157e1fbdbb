using Stanch.Remediation.Snippets;

namespace Stanch.Remediation.Tests.Toolchains;

internal sealed class RubyToolchain : Toolchain
{
    public override string Language => "ruby";

    public override IReadOnlyList<string> ParsedOnly => ["aws", "vault", "conjur"];

    public override string FileOf(int number) => $"s{number}.rb";

    public override string Wrap(Snippet snippet, int number) => $"{snippet.Code}\nputs \"{number} #{{{snippet.Name}}}\"\n";

    public override Task<string> RunAsync(Workshop shop, IReadOnlyList<int> numbers) => shop.RunAsync("ruby", "ruby", ["-e", "ARGV.each { |file| load(File.join(Dir.pwd, file)) }", .. numbers.Select(FileOf)]);

    // What 'ruby -c' does, for several files.
    public override Task ParseAsync(Workshop shop, IReadOnlyList<int> numbers) => shop.RunAsync("ruby", "ruby", ["-e", "ARGV.each { |file| RubyVM::InstructionSequence.compile_file(file) }", .. numbers.Select(FileOf)]);
}
