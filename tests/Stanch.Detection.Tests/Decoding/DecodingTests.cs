using System.Text;
using Stanch.Detection.Scanning;
using Stanch.Detection.Tests.Scanning;

namespace Stanch.Detection.Tests.Decoding;

public sealed class DecodingTests
{
    private static readonly string[] Shards =
    [
        "%", "=", "\\u", "\\x", "&#", "&#x", ";", "4", "41", "=\r\n", "\"", "\" +\n\"", "\\\n", "kind: Secret\n", "data:", " ", "\n", "  a: ", "{", "}", "|", "H4sIAAAA", "eyJ", "LS0tLS1CRUdJTiBPUEVO", "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo", new string('A', 70),
    ];

    public static TheoryData<string, string> Written => new()
    {
        { "base64", "key: {0}" },
        { "base64", "{0}" },
        { "base64", "\"{0}\"," },
        { "data-uri", "<a href=\"data:text/plain;base64,{0}\">" },
        { "base64", "first\\n{0}\\nlast" },
    };

    [Theory, MemberData(nameof(Written))]
    public void Base64IsFoundWhereverItStands(string step, string around) => Samples.Token.Sample(
        token =>
        {
            var encoded = Encoders.Base64($"the token is {token}");
            var found = Find(around.Replace("{0}", encoded, StringComparison.Ordinal)).ShouldHaveSingleItem();
            found.Secret.Reveal().ShouldBe(token);
            found.Decoded.ShouldBe([step]);
            found.Reasons.ShouldContain($"in-{step}");
            found.Location.ByteOffset.ShouldBe(around.IndexOf("{0}", StringComparison.Ordinal));
            found.Location.ByteLength.ShouldBe(encoded.Length);
        },
        iter: 30);

    [Fact]
    public void ATokenInAnyChainOfEncodingsIsFoundAtItsPlace() =>
        Gen.Select(Samples.Token, Gen.Int[0, Encoders.All.Length - 1].Array[1, 3], Gen.Int[0, 9000]).Sample(
            (token, chain, before) =>
            {
                var text = token;
                foreach (var i in chain)
                {
                    text = Encoders.All[i].Encode(text);
                }

                var content = new string('.', before) + "\n x " + text + " y\n";
                // Escaped letter by letter again and again, a token is longer than the windows: they are made for texts, not for puzzles.
                if (text.Length > 480)
                {
                    return;
                }

                var found = Find(content).ShouldHaveSingleItem();
                found.Secret.Reveal().ShouldBe(token);
                found.Location.Line.ShouldBe(2);
                found.Location.Column.ShouldBe(4);
                found.Location.ByteLength.ShouldBe(text.Length);
                found.Decoded[0].ShouldBe(Encoders.All[chain[^1]].Step);
                found.Snippet.Redacted().ShouldAllBe(line => !line.Contains(text.Substring(text.Length / 2), StringComparison.Ordinal));
            },
            iter: 400);

    [Fact]
    public void WrappedBase64IsOneText() => Gen.Select(Samples.Token.Array[1, 20], Gen.Int[40, 90], Gen.Int[0, 3]).Sample(
        (tokens, width, kind) =>
        {
            var encoded = Encoders.Base64(string.Join('\n', tokens));
            var lineBreak = kind switch { 0 => "\n", 1 => "\r\n", 2 => "\n    ", _ => "\\n" };
            var found = Find("value: |\n    " + Encoders.Wrap(encoded, width, lineBreak) + "\nnext: 1\n");
            found.Select(candidate => candidate.Secret.Reveal()).Order().ShouldBe(tokens.Order());
            found.ShouldAllBe(candidate => candidate.Location.Line == 2);
        },
        iter: 100);

    [Theory]
    [InlineData("\"{0}\" +\n    \"{1}\"")]
    [InlineData("'{0}' \\\n  '{1}'")]
    [InlineData("('{0}'\n   '{1}')")]
    [InlineData("\"{0}\"\n  . \"{1}\"")]
    [InlineData("\"{0}\"\n  + \"{1}\"")]
    [InlineData("\"{0}\" &\n  \"{1}\"")]
    [InlineData("{0}\\\n{1}")]
    public void PiecesOnSeveralLinesArePutTogether(string written) => Gen.Select(Samples.Token, Gen.Int[8, 16]).Sample(
        (token, at) =>
        {
            // A digit or both cases stand on either side, as they do in nearly every token.
            var whole = "tok_a1B2" + token[8..^4] + "C3d4";
            var found = Find("x = " + written.Replace("{0}", whole[..at], StringComparison.Ordinal).Replace("{1}", whole[at..], StringComparison.Ordinal) + ";\n").ShouldHaveSingleItem();
            found.Secret.Reveal().ShouldBe(whole);
            (found.Location.Line, found.Location.EndLine, found.Location.Column).ShouldBe((1, 2, 5 + written.IndexOf("{0}", StringComparison.Ordinal)));
        },
        iter: 40);

    [Fact]
    public void AMailsSoftBreaksAreUndone() => Samples.Token.Sample(
        token =>
        {
            var line = new string('x', 60) + " id=3D" + token;
            var found = Find(line[..75] + "=\r\n" + line[75..] + "\r\n").ShouldHaveSingleItem();
            (found.Secret.Reveal(), found.Decoded[0]).ShouldBe((token, "quoted-printable"));
        },
        iter: 20);

    [Fact]
    public void ThePayloadOfAWebTokenIsRead() => Samples.Token.Sample(
        token =>
        {
            string Part(string json) => Encoders.Base64(json).TrimEnd('=').Replace('+', '-').Replace('/', '_');
            var found = Find($"Bearer {Part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")}.{Part($"{{\"sub\":\"1\",\"key\":\"{token}\"}}")}.c2lnbmF0dXJl").ShouldHaveSingleItem();
            (found.Secret.Reveal(), found.Decoded.ShouldHaveSingleItem()).ShouldBe((token, "jwt"));
        },
        iter: 20);

    [Fact]
    public void ALoneWordIsJudgedUnderTheNameThatItWasGivenTo() => Gen.String[Gen.Char["abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"], 9, 60].Sample(
        word =>
        {
            var secret = word + "#x9";
            Find($"password: {Encoders.Base64(secret)}\n").ShouldHaveSingleItem().Secret.Reveal().ShouldBe(secret);
            Find($"nothing: {Encoders.Base64(secret)}\n").ShouldBeEmpty();
        },
        iter: 100);

    [Theory]
    [InlineData("changeme")]
    [InlineData("ENC[AES256,data]")]
    [InlineData("your_password_here")]
    [InlineData("${DB_PASSWORD}")]
    [InlineData("a sentence of many words that says nothing at all.")]
    public void Base64OfAStandInIsAStandIn(string value) => Find($"password: \"{Encoders.Base64(value)}\"\n").ShouldBeEmpty();

    [Fact]
    public void ABombOfGzipCostsLittle()
    {
        var bomb = Convert.ToBase64String(Encoders.Gzip(new string(' ', 64 << 20) + "tok_aaaaaaaaaaaaaaaaaaaa"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Find(bomb).ShouldBeEmpty();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(32 << 20);
    }

    [Fact]
    public void AnyBytesAreDecodedOrLetBe() => Gen.OneOf(
        Gen.Byte.Array[0, 3000],
        Gen.Int[0, Shards.Length - 1].Select(i => Shards[i])
            .Array[0, 300].Select(pieces => Encoding.ASCII.GetBytes(string.Concat(pieces)))).Sample(
        content =>
        {
            var scanner = new Scanner([.. Detectors.All, Detectors.Manifest]);
            foreach (var candidate in scanner.Find(content, SegmentOrigin.Start, new ScanScratch()))
            {
                candidate.Start.ShouldBeInRange(0, content.Length);
                candidate.End.ShouldBeInRange(candidate.Start, content.Length);
            }
        },
        iter: 2000);

    [Fact]
    public void TextThatIsEncodedOverAndOverEndsAtTheDepth()
    {
        var text = "tok_a1B2a1B2a1B2a1B2a1B2";
        for (var i = 0; i < 12; i++)
        {
            text = Encoders.Base64(text);
        }

        Find(text).ShouldBeEmpty();
    }

    [Fact]
    public void NothingIsDecodedWhereTheUserSaysSo() => Samples.Token.Sample(
        token => new Scanner(Detectors.All) { Decodes = false }.Find(Samples.Utf8(Encoders.Base64(token)), SegmentOrigin.Start, new ScanScratch()).ShouldBeEmpty(),
        iter: 5);

    [Theory]
    [InlineData("x = \"eyJuYW1lIjogImEgcGxhaW4gb2JqZWN0IHdpdGhvdXQgYW55dGhpbmcifQ==\"\n")]
    [InlineData("a%20b\n")]
    [InlineData("&quot;c&quot;\n")]
    [InlineData("\\u0041\n")]
    public void EncodedTextWithoutASecretAllocatesNothing(string line)
    {
        var content = Samples.Utf8(string.Concat(Enumerable.Repeat(line, 2000)));
        var place = new Provenance.File("f");
        var session = new ScanSession(Detectors.Scanner);
        for (var i = 0; i < 3; i++)
        {
            session.Accept(new Blob(content, place));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        session.Accept(new Blob(content, place));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static List<Candidate> Find(string text) => Detectors.Find(Samples.Utf8(text));
}
