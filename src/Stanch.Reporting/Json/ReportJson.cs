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
        for (var value = char.MinValue; value < char.MaxValue; value++)
        {
            if (char.GetUnicodeCategory(value) is System.Globalization.UnicodeCategory.Format)
                settings.ForbidCharacter(value);
        }
        return JavaScriptEncoder.Create(settings);
    }
}
