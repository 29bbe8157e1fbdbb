using System.Buffers;
using System.Text;
using Stanch.Detection.Proofs;

namespace Stanch.Catalogue.Format.Examples;

/// <summary>A piece of a template.</summary>
internal abstract record ExamplePart
{
    private ExamplePart() { }

    /// <param name="output">What was filled so far, which a checksum looks back on.</param>
    public abstract void AppendTo(StringBuilder output, Random random);

    internal sealed record Literal(string Text) : ExamplePart
    {
        public override void AppendTo(StringBuilder output, Random random) => output.Append(Text);
    }

    internal sealed record Characters(string Alphabet, int Length) : ExamplePart
    {
        public override void AppendTo(StringBuilder output, Random random)
        {
            for (var i = 0; i < Length; i++)
                output.Append(Alphabet[random.Next(Alphabet.Length)]);
        }
    }

    internal sealed record Uuid : ExamplePart
    {
        public override void AppendTo(StringBuilder output, Random random)
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            bytes[6] = (byte)(bytes[6] & 0x0F | 0x40);
            bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
            output.Append(new Guid(bytes, bigEndian: true));
        }
    }

    internal sealed record Checksum(string Name) : ExamplePart
    {
        private static readonly SearchValues<char> s_delimiters = SearchValues.Create(" \t\r\n\"'`=:,;()<>@[]{}|&?");

        /// <summary>True for an offline check that computes a checksum.</summary>
        public static bool Exists(string name)
        {
            try
            {
                // A text that every check can read: long enough, with the 1 that Bech32 divides at.
                KnownProofs.Complete(name, "A1" + new string('q', 62));
                return true;
            }
            catch (ArgumentException)
            {
                return false;
            }
        }

        public override void AppendTo(StringBuilder output, Random random) => output.Append(KnownProofs.Complete(Name, Token(output.ToString())));

        /// <summary>The token at the end of the text; an equals sign at the very end belongs to it.</summary>
        private static string Token(string text) => text[(text.AsSpan().TrimEnd('=').LastIndexOfAny(s_delimiters) + 1)..];
    }

    internal sealed record Pem(string Kind) : ExamplePart
    {
        public override void AppendTo(StringBuilder output, Random random) => output.Append(ExampleKeys.Pem(Kind));
    }

    internal sealed record Jwt : ExamplePart
    {
        public override void AppendTo(StringBuilder output, Random random) => output.Append(ExampleJwt.Make(random));
    }

    internal sealed record Base64(IReadOnlyList<ExamplePart> Parts) : ExamplePart
    {
        public override void AppendTo(StringBuilder output, Random random)
        {
            var inner = new StringBuilder();
            foreach (var part in Parts)
                part.AppendTo(inner, random);
            output.Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(inner.ToString())));
        }
    }
}
