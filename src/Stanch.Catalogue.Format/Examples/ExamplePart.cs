using System.Text;

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
        public override void AppendTo(StringBuilder output, Random random) => output.Append(ExampleChecksums.Compute(Name, output.ToString()));
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
