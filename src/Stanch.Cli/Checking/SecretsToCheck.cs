using System.Globalization;
using Stanch.Catalogue;
using Stanch.Catalogue.Format;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Detectors;
using Stanch.Cli.Projects;
using Stanch.Cli.Scanning;
using Stanch.Cli.Terminals;
using Stanch.Detection;
using Stanch.Detection.Scanning;
using Stanch.Remediation.Validity;

namespace Stanch.Cli.Checking;

/// <summary>Makes of what was typed the secrets to ask about: the findings at a place, or the value on standard input.</summary>
internal sealed class SecretsToCheck(CheckSettings settings, Invocation here)
{
    private const int MostInput = 64 << 10;

    /// <exception cref="UsageException">Nothing to check, or its kind is not known.</exception>
    public IReadOnlyList<SecretToCheck> Get(Interruption stop)
    {
        var secrets = settings.What == "-" ? OfInput(ReadInput()) : AtPlace(stop);
        return [.. secrets.Select(Complete)];
    }

    private IEnumerable<SecretToCheck> AtPlace(Interruption stop)
    {
        var place = PlaceArgument.TryParse(settings.What) ?? throw new UsageException($"'{settings.What}' is no place: write it as FILE:LINE, such as deploy/run.sh:12, or - for a value on standard input");
        var root = ScanRoot.Of([place.Path], here.WorkingDirectory);
        var ofPath = FindingsAtPlace.OfPath(place, root, new ScanSettings { Source = ScanSources.Default, Quiet = true }, here, stop);
        var found = FindingsAtPlace.At(ofPath, place)
            .Where(finding => settings.Detector is null || finding.Detector.Id == settings.Detector).DistinctBy(finding => (finding.Detector.Id, finding.Secret.Reveal())).ToArray();
        if (found.Length == 0) throw new UsageException($"{settings.Detector} found nothing at {settings.What}");
        return found.Select(finding => new SecretToCheck(finding.Detector, TrustedGuide(finding.Detector), finding.Secret) { Facts = finding.Facts, Id = finding.Id ?? PairedId(finding, ofPath) });
    }

    // The identifier beside the secret in the same version of the file, where there is no doubt which one is meant.
    private static string? PairedId(Finding finding, IReadOnlyList<Finding> ofPath)
    {
        if (!finding.Reasons.Contains(Reason.Pair) || finding.Facts.Any(fact => fact.Name == "pairAmbiguous")
            || !int.TryParse(finding.Facts.FirstOrDefault(fact => fact.Name == "pairedLine")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var line)) return null;
        var ids = ofPath.Where(other => other.Detector.Id == finding.Detector.Pair!.With && other.Location.Line == line && other.Provenance == finding.Provenance)
            .Select(other => other.Secret.Reveal()).Distinct().ToList();
        return ids is [var id] ? id : null;
    }

    private IEnumerable<SecretToCheck> OfInput(string value)
    {
        var found = Recognise(value);
        if (settings.Detector is { } id)
        {
            var (detector, _) = KnownDetector.Get(id, here);
            var known = found.FirstOrDefault(finding => finding.Detector.Id == id);
            if (known is null && found.FirstOrDefault(finding => IsAnothers(finding, detector, value)) is { } other)
                throw new UsageException($"the value has the form of {other.Detector.Name} ({other.Detector.Id}), and {detector.ProviderName} is not to be told another provider's secret: name the detector that it is a secret of");
            return [new SecretToCheck(detector, TrustedGuide(detector), known?.Secret ?? new Secret(value, detector.Pattern.PublicPrefix)) { Facts = known?.Facts ?? [], Id = known?.Id }];
        }

        return found.Count > 0
            ? found.Select(finding => new SecretToCheck(finding.Detector, TrustedGuide(finding.Detector), finding.Secret) { Facts = finding.Facts, Id = finding.Id })
            : throw new UsageException("the value has no format that tells its kind: name it with --detector ('stanch detectors list' lists them)");
    }

    // Providers that took over another's prefix (sk_live_) have its form too; what users wrote themselves is theirs to judge.
    private static bool IsAnothers(Finding found, Detector asked, string value) =>
        !asked.IsCustom && !(asked.Pattern.PublicPrefix > 0 && HasFormOf(asked, value)) && found.Detector.Provider != asked.Provider && found.Detector.Pattern.PublicPrefix > 0 && found.Evidence >= Evidence.Likely && found.Secret.Reveal() == value;

    private static bool HasFormOf(Detector detector, string value) =>
        detector.Pattern.Regex.Match(value) is { Success: true } match && (match.Groups["secret"] is { Success: true } secret ? secret.Value : match.Value) == value;

    private static List<Finding> Recognise(string value)
    {
        var session = new ScanSession(new Scanner(BuiltInCatalogue.Detectors, BuiltInCatalogue.Keywords));
        session.Accept(new Blob(System.Text.Encoding.UTF8.GetBytes(value), new Provenance.File("-")));
        return [.. session.Findings().DistinctBy(finding => (finding.Detector.Id, finding.Secret.Reveal()))];
    }

    private static string ReadInput()
    {
        using var input = StandardInput.Open();
        var buffer = new byte[MostInput + 1];
        var count = input.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        if (count > MostInput) throw new UsageException($"standard input holds more than {MostInput >> 10} KiB, which no secret does: for a file use 'stanch scan -'");
        var value = System.Text.Encoding.UTF8.GetString(buffer, 0, count).Trim('\r', '\n', ' ');
        return value.Length > 0 ? value : throw new UsageException("standard input is empty: pipe the value in, as in 'stanch check - < token.txt'");
    }

    // A detector that came with the scanned tree may find, and must not say where its secret is sent.
    private Guide? TrustedGuide(Detector detector)
    {
        if (!detector.IsCustom) return BuiltInCatalogue.Guide(detector.Id);
        var project = Project.Open(ScanRoot.Of(here.WorkingDirectory), config: null, noConfig: false, here);
        return project.Configuration.CustomDetectors.Where(source => !source.Origin.IsFromScannedTree)
            .SelectMany(source => CustomDetectorLoader.Parse(source).Entries).FirstOrDefault(entry => entry.Id == detector.Id)?.Guide;
    }

    private SecretToCheck Complete(SecretToCheck secret)
    {
        var variable = secret.Guide?.HostVariable;
        var host = settings.Host is { } typed ? CheckSettings.HostOf(typed, "--host")
            : variable is not null && here.Variable(variable) is { Length: > 0 } value ? CheckSettings.HostOf(value, $"the environment variable {variable}")
            : null;
        return secret with { Host = host, Id = settings.Id ?? secret.Id };
    }
}
