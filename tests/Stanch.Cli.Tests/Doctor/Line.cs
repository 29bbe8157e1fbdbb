using System.Text.Json;

namespace Stanch.Cli.Tests.Doctor;

/// <summary>One line of an examination, read from its JSON.</summary>
internal sealed record Line(string Check, string State, string Text, string? Mend)
{
    public static List<Line> Of(Outcome outcome)
    {
        using var json = JsonDocument.Parse(outcome.Output);
        return [.. json.RootElement.GetProperty("checks").EnumerateArray().Select(Of)];
    }

    private static Line Of(JsonElement line)
    {
        var read = new Line(line.GetProperty("check").GetString()!, line.GetProperty("state").GetString()!, line.GetProperty("text").GetString()!, line.GetProperty("mend").GetString());
        // What is not right says what to do.
        (read.Mend is null).ShouldBe(read.State == "ok", read.ToString());
        return read;
    }
}
