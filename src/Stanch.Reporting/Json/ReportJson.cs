using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Stanch.Reporting.Json;

/// <summary>What all JSON of reports has in common.</summary>
internal static class ReportJson
{
    /// <summary>How much may wait in memory before it goes to the stream.</summary>
    private const int MostPending = 1 << 16;

    /// <summary>
    /// Readable in any script, yet harmless when shown: besides controls, what turns, hides or joins text is escaped, and so are
    /// <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c>, for pages that take it in.
    /// </summary>
    public static JavaScriptEncoder Encoder { get; } = CreateEncoder();

    /// <summary>
    /// The characters of category Cf in the basic plane (https://www.unicode.org/Public/UCD/latest/ucd/extracted/DerivedGeneralCategory.txt), as a list: asking
    /// for the category of each of 65,536 costs every start a tenth of a millisecond.
    /// </summary>
    internal static ReadOnlySpan<char> FormatCharacters =>
        "\u00AD\u0600\u0601\u0602\u0603\u0604\u0605\u061C\u06DD\u070F\u0890\u0891\u08E2\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E" +
        "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206A\u206B\u206C\u206D\u206E\u206F\uFEFF\uFFF9\uFFFA\uFFFB";

    public static Utf8JsonWriter Open(Stream output, bool indented) =>
        new(output, new JsonWriterOptions { Encoder = Encoder, Indented = indented, NewLine = "\n" });

    public static Utf8JsonWriter Open(IBufferWriter<byte> output, bool indented) =>
        new(output, new JsonWriterOptions { Encoder = Encoder, Indented = indented, NewLine = "\n" });

    /// <summary>Lets go of what was written once it is enough: a report of any size takes the memory of one piece.</summary>
    public static void Spill(Utf8JsonWriter json)
    {
        if (json.BytesPending >= MostPending)
            json.Flush();
    }

    private static JavaScriptEncoder CreateEncoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        foreach (var character in FormatCharacters) settings.ForbidCharacter(character);
        return JavaScriptEncoder.Create(settings);
    }
}
