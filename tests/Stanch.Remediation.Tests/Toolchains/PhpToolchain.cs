using Stanch.Remediation.Snippets;

namespace Stanch.Remediation.Tests.Toolchains;

/// <summary>Debian's Guzzle stands where composer would have put it.</summary>
internal sealed class PhpToolchain : Toolchain
{
    public override string Language => "php";

    public override IReadOnlyList<string> ParsedOnly => ["aws"];

    public override string FileOf(int number) => $"s{number}.php";

    public override string Wrap(Snippet snippet, int number) => $"{snippet.Code}\necho \"{number} {{{snippet.Name}}}\\n\";\n";

    public override Task<string> RunAsync(Workshop shop, IReadOnlyList<int> numbers)
    {
        shop.Write("vendor/autoload.php", "<?php\nrequire_once '/usr/share/php/GuzzleHttp/autoload.php';\n");
        return shop.RunAsync("php-cli php-curl php-guzzlehttp-guzzle", "php", ["-r", "foreach (array_slice($argv, 1) as $file) { include $file; }", .. numbers.Select(FileOf)]);
    }

    // What 'php -l' does, for several files.
    public override Task ParseAsync(Workshop shop, IReadOnlyList<int> numbers) =>
        shop.RunAsync("php-cli", "php", ["-r", "foreach (array_slice($argv, 1) as $file) { token_get_all(file_get_contents($file), TOKEN_PARSE); }", .. numbers.Select(FileOf)]);
}
