using Stanch.Detection.Assignments;
using Stanch.Detection.Filters;
using Stanch.Detection.Model;

namespace Stanch.Detection.Scanning;

/// <summary>
/// What makes an assigned value a secret where no provider is known. Stand-ins, references and things of another form are dropped at once; the model
/// weighs the name, the value, the syntax and the neighbours of the rest, and later the place.
/// </summary>
internal static class GenericValues
{
    private const int LeastPassword = 4;
    private const int LeastKey = 8;
    private const int LongestWalk = 7;
    private const int LeastForRepetition = 16;
    private const int LeastUnderWeakName = 32;
    private const int LeastRandomness = 60;
    private const int SentenceReach = 48;
    private const int LongestScheme = 8;
    private const double StrongRatio = 0.82;

    public static Candidate? Refine(ReadOnlySpan<byte> content, FoundMatch match, Detector detector, out Gate gate)
    {
        Span<byte> features = stackalloc byte[GenericFeatures.Count];
        if (!Describe(content, match, detector, features, out gate))
        {
            return null;
        }

        // "9cbaf023786cd7...": the rest is left out, so that nobody can use it.
        var value = match.Secret(content);
        if (value.EndsWith("..."u8))
        {
            gate = Gate.Placeholder;
            return null;
        }

        // "mock_token": the name says that nobody is let in by it. The model is asked about it in training, where it learns what such values look like.
        if ((NameRole)features[(int)Feature.Role] == NameRole.Fake)
        {
            gate = Gate.Name;
            return null;
        }

        var score = GenericModel.OfContent(features);
        if ((score + GenericModel.MostOfPlace < GenericModel.ReviewFrom && !IsKept(value, features)) || (IsBarelyNamed(match, features) && !IsRandom(value)))
        {
            gate = Gate.Weight;
            return null;
        }

        var candidate = new Candidate
        {
            Detector = detector,
            Secret = new Secret(Refiner.Decode(value)),
            Start = match.SecretStart,
            End = match.SecretEnd,
            Evidence = detector.FormatEvidence == Evidence.Review ? Evidence.Review : GenericModel.EvidenceOf(score + GenericModel.OfPlace(features)),
            Reasons = [],
            Facts = [],
            Assignment = match.Assignment,
            ReadsAsExpression = ReadsAsExpression(content, match),
            Features = features.ToArray(),
            IsWeighed = true,
            IsConvincing = IsConvincing(value, features),
            IsKept = IsKept(value, features),
        };
        Explain(candidate, value, (NameRole)features[(int)Feature.Role]);
        return candidate;
    }

    /// <summary>Fills in what the model looks at.</summary>
    /// <returns>False where the value is no secret whatever stands around it.</returns>
    public static bool Describe(ReadOnlySpan<byte> content, FoundMatch match, Detector detector, Span<byte> features, out Gate gate)
    {
        gate = Filter(content, match, match.Secret(content), detector);
        if (gate != Gate.Passed)
        {
            return false;
        }

        GenericFeatures.Describe(content, match.Assignment, features);
        return true;
    }

    /// <summary>True for a bare value that code would evaluate; not in a comment or in a string, where nothing is evaluated.</summary>
    public static bool ReadsAsExpression(ReadOnlySpan<byte> content, FoundMatch match)
    {
        if (match.Assignment.Quoted || !ValueShapes.ReadsAsExpression(match.Secret(content)))
        {
            return false;
        }

        var before = SyntaxFeatures.LineBefore(content, match.Assignment.NameStart);
        return !SyntaxFeatures.IsComment(before) && !SyntaxFeatures.IsInText(content, match.Assignment, before);
    }

    private static Gate Filter(ReadOnlySpan<byte> content, FoundMatch match, ReadOnlySpan<byte> value, Detector detector)
    {
        if (value.Length < (detector.Id == "generic-password" ? LeastPassword : LeastKey))
        {
            return Gate.Length;
        }

        if (!ValueShapes.CouldBeSecret(value, match.Assignment) || IsSentence(content, match.Assignment) || IsComparedWord(content, match))
        {
            return Gate.Shape;
        }

        if (Placeholders.IsPlaceholder(value) || Placeholders.IsMadeUp(value) || PublishedExamples.Contains(value))
        {
            return Gate.Placeholder;
        }

        if (detector.Id is not ("generic-password" or "generic-secret") && ValueShapes.IsName(value) && Wordiness.ReadsLikeWords(value))
        {
            return Gate.Words;
        }

        var name = match.Assignment.Name(content);
        return NameWords.Read(name) is { Role: NameRole.NotCredential } or { IsPublic: true } || ValueShapes.RepeatsName(value, name) ? Gate.Name : Gate.Passed;
    }

    // "# $pass = conv" in a shell script's comment: a variable that is written with its sign is not assigned a bare word.
    private static bool IsComparedWord(ReadOnlySpan<byte> content, FoundMatch match) =>
        !match.Assignment.Quoted && content[match.Assignment.NameStart] == (byte)'$' && ValueShapes.IsName(match.Secret(content));

    // "PASSWORD: those are for …", "passphrase : OpenSSH 1.2 and later": behind the word the sentence goes on.
    private static bool IsSentence(ReadOnlySpan<byte> content, Assignment assignment)
    {
        if (assignment.Quoted || assignment.Separator != Separator.Colon || !ValueShapes.IsName(content[assignment.ValueStart..assignment.ValueEnd].TrimEnd((byte)',')))
        {
            return false;
        }

        var rest = content[assignment.ValueEnd..Math.Min(content.Length, assignment.ValueEnd + SentenceReach)].TrimStart((byte)',');
        var words = 0;
        while (rest.Length > 1 && rest[0] == (byte)' ' && char.IsAsciiLetterOrDigit((char)rest[1]))
        {
            words++;
            var next = rest[1..].IndexOf((byte)' ');
            rest = next < 0 ? default : rest[(next + 1)..];
        }

        return words >= 2;
    }

    /// <summary>True for a value that no person typed by rows of the keyboard or by repeating a piece, and that no word explains.</summary>
    public static bool IsConvincing(ReadOnlySpan<byte> value, ReadOnlySpan<byte> features) =>
        LetterTriples.IsSurprising(value) && features[(int)Feature.Steps] < LongestWalk && (value.Length < LeastForRepetition || (features[(int)Feature.Randomness] >= LeastRandomness && !Repetition.IsIn(value)));

    /// <summary>
    /// True for long random text under a credential's name, longer under a weak one, and for a literal that a person chose as a password by the rules that systems have for them:
    /// worth a look whatever the rest says.
    /// </summary>
    public static bool IsKept(ReadOnlySpan<byte> value, ReadOnlySpan<byte> features) =>
        (NameRole)features[(int)Feature.Role] != NameRole.Fake
        && ((value.Length >= ((NameRole)features[(int)Feature.Role] == NameRole.Strong ? LeastForRepetition : LeastUnderWeakName) && IsRandom(value)) || IsChosenPassword(value, features) || IsComparedSecret(value, features));

    // if (secret != "open-sesame"): who knows the literal is let in, be it as weak as it is. A word or a name by itself may be a state or an option.
    private static bool IsComparedSecret(ReadOnlySpan<byte> value, ReadOnlySpan<byte> features) =>
        (Separator)features[(int)Feature.Separator] == Separator.Comparison && features[(int)Feature.Quoted] > 0 && (NameRole)features[(int)Feature.Role] == NameRole.Strong
        && (CredentialKind)features[(int)Feature.CredentialKind] is CredentialKind.Password or CredentialKind.Secret && features[(int)Feature.WordsAfter] == 0
        && value.Length is >= LeastKey and < LeastUnderWeakName && value.IndexOf((byte)' ') < 0 && ValueShapes.IsMixed(value);

    // Eight characters and more, a digit among them, given to a password's name: of three kinds, or two where a literal is given to a name that ends in it.
    private static bool IsChosenPassword(ReadOnlySpan<byte> value, ReadOnlySpan<byte> features) =>
        (NameRole)features[(int)Feature.Role] == NameRole.Strong && (CredentialKind)features[(int)Feature.CredentialKind] is CredentialKind.Password or CredentialKind.ShortPassword
        && (features[(int)Feature.Quoted] > 0 || (Separator)features[(int)Feature.Separator] is Separator.Equals or Separator.Colon) && value.Length is >= LeastKey and < LeastUnderWeakName
        && value.IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0 && value.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0 && ValueShapes.KindsIn(value) >= (features[(int)Feature.Quoted] > 0 && features[(int)Feature.WordsAfter] == 0 ? 2 : 3);

    // Half of all programs assign something to a "key", and parsers compare each "token" with their words: there only random text is worth a look. Not asked while training, which learns from the rest.
    private static bool IsBarelyNamed(FoundMatch match, ReadOnlySpan<byte> features) =>
        (NameRole)features[(int)Feature.Role] != NameRole.Strong || match.Assignment.Separator == Separator.List
        || (match.Assignment.Separator == Separator.Comparison && (CredentialKind)features[(int)Feature.CredentialKind] == CredentialKind.Token);

    /// <summary>True for a value that reads as drawn: one word of ASCII, random for its length, of more than one kind of character, and not spelt.</summary>
    public static bool IsRandom(ReadOnlySpan<byte> value)
    {
        var text = AfterScheme(value);
        return Entropy.Ratio(text) >= StrongRatio && ValueShapes.IsMixed(text) && text.IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0
            && !Wordiness.ReadsLikeWords(text) && !LetterTriples.IsSpelt(text);
    }

    // "Basic …", "Bot …": what an Authorization header names before the credential.
    private static ReadOnlySpan<byte> AfterScheme(ReadOnlySpan<byte> value)
    {
        var blank = value.IndexOf((byte)' ');
        return blank is > 0 and <= LongestScheme && blank < value.Length - 1 && ValueShapes.IsName(value[..blank]) ? value[(blank + 1)..] : value;
    }

    private static void Explain(Candidate candidate, ReadOnlySpan<byte> value, NameRole role)
    {
        candidate.AddReason(role == NameRole.Strong && candidate.Detector.FormatEvidence != Evidence.Review ? Reason.Name : Reason.WeakName);
        candidate.AddReason(Wordiness.ReadsLikeWords(value) ? Reason.Words : IsRandom(value) ? Reason.Entropy : Reason.LowEntropy);
        if (!candidate.Assignment.Quoted)
        {
            candidate.AddReason(Reason.Bare);
        }
    }
}
