using System.Text;
using Stanch.Detection;
using Stanch.Reporting.Text;

namespace Stanch.Reporting.Tests;

public sealed class CsvFormatTests
{
    private static readonly string[] Dangerous = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"];

    [Fact]
    public void EveryRowHasAsManyCellsAsTheHeader()
    {
        var rows = Read(Written.TextAs("csv", SampleReport.Rich));
        rows.Count.ShouldBe(1 + SampleReport.Rich.Counted.Count());
        rows.ShouldAllBe(row => row.Count == rows[0].Count);
    }

    [Fact]
    public void NoCellIsAFormula() =>
        Read(Written.TextAs("csv", SampleReport.Rich)).SelectMany(row => row).ShouldAllBe(cell => !Dangerous.Any(sign => cell.StartsWith(sign, StringComparison.Ordinal)));

    [Fact]
    public void AnyPathComesBackSaveForEscapesAndTheApostropheBeforeAFormula() => Gen.String.Where(text => !text.Any(char.IsSurrogate)).Sample(text =>
    {
        var rows = Read(Written.TextAs("csv", SampleReport.Clean with
        {
            Findings = [Fake.On("{}", 1, Fake.Token, Fake.TokenSecret(1), new Provenance.File(text), Evidence.Review)],
        }));
        var cell = rows[1][rows[0].IndexOf("path")];
        var clean = TerminalText.Clean(text);
        cell.ShouldBe(Dangerous.Any(sign => clean.StartsWith(sign, StringComparison.Ordinal)) ? $"'{clean}" : clean);
    });

    /// <summary>RFC 4180, written apart from the product.</summary>
    private static List<List<string>> Read(string csv)
    {
        var (rows, row, cell, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            if (quoted && csv[i] == '"' && i + 1 < csv.Length && csv[i + 1] == '"')
                cell.Append(csv[i++]);
            else if (csv[i] == '"')
                quoted = !quoted;
            else if (!quoted && csv[i] == ',')
                (row, cell) = (With(row, cell), new StringBuilder());
            else if (!quoted && csv[i] == '\r' && csv[i + 1] == '\n')
            {
                rows.Add(With(row, cell));
                (row, cell, i) = ([], new StringBuilder(), i + 1);
            }
            else
                cell.Append(csv[i]);
        }
        cell.Length.ShouldBe(0);
        return rows;
    }

    private static List<string> With(List<string> row, StringBuilder cell)
    {
        row.Add(cell.ToString());
        return row;
    }
}
