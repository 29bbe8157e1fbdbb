using Stanch.Platforms.Builds;

namespace Stanch.Platforms.Tests.Builds;

public sealed class LogCommandTests
{
    private static readonly string[] Pieces = ["#", "##vso[", "[", "::", "\n", " ", "v", "##[", "##teamcity["];

    [Fact]
    public void NoLineOfQuotedTextIsACommand()
    {
        foreach (var system in CiSystems.All)
        {
            foreach (var command in system.LogCommands)
            {
                var text = $"{command.Text}evil]\n  {command.Text}evil]\nx {command.Text.ToUpperInvariant()}evil]\n{command.Text}{command.Text}";
                var safe = LogCommand.Defuse(text, system.LogCommands);
                foreach (var line in safe.Split('\n'))
                {
                    if (command.AtLineStart) line.TrimStart().ShouldNotStartWith(command.Text);
                    else line.ShouldNotContain(command.Text, Case.Insensitive);
                }
            }
        }
    }

    [Fact]
    public void OtherTextStaysAsItIs() =>
        Gen.String.Where(text => !text.Contains('#') && !text.Contains(':')).Sample(text => LogCommand.Defuse(text, [new("##vso["), new("::", AtLineStart: true)]) == text);

    [Fact]
    public void DefusedTextHoldsNoCommandWhateverItWas() =>
        Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array.Sample(parts =>
        {
            LogCommand[] commands = [new("##vso["), new("##["), new("::", AtLineStart: true)];
            var safe = LogCommand.Defuse(string.Concat(parts), commands);
            return !safe.Contains("##vso[", StringComparison.Ordinal) && !safe.Contains("##[", StringComparison.Ordinal)
                && safe.Split('\n').All(line => !line.TrimStart().StartsWith("::", StringComparison.Ordinal));
        });
}
