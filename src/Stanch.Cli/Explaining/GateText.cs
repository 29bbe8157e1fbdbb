using Stanch.Detection;
using Stanch.Detection.Scanning;

namespace Stanch.Cli.Explaining;

/// <summary>Says at which gate a match was dropped.</summary>
internal static class GateText
{
    public static string Of(Gate gate, Detector? winner) => gate switch
    {
        Gate.Binary => "binary content: only formats that are specific by themselves are looked for",
        Gate.Word => "the keyword is the end of another word",
        Gate.Assignment => "no value is assigned to the name that it stands in",
        Gate.Length => "the value is too short to be one",
        Gate.Pattern => "no text around it has the form of such a secret",
        Gate.Boundary => "text around it has the form of such a secret, but is a part of a longer word",
        Gate.StandsAlone => "a part of the value has the form of such a secret, but the value is something else: a path, an address, a longer text",
        Gate.Entropy => "the text has the form, but its characters repeat too much to be random",
        Gate.Placeholder => "the text stands for a secret, as YOUR_TOKEN or xxxx do",
        Gate.Words => "the text is made of words",
        Gate.Shape => "the value is a reference, an expression, or something else that no secret looks like",
        Gate.Name => "the name says that it is no credential, or the value repeats the name",
        Gate.Weight => "the name, the value and what stands around them, weighed together, say that it is no secret",
        Gate.Proof => "the offline check says that it is something else",
        Gate.StandIn => "a more specific format stands there, as a stand-in for itself",
        Gate.Overlap => $"{winner?.Id ?? "another detector"} found the same text and is more specific",
        Gate.Place => "it reads as an expression, and in such a file it is one",
        _ => "it was found",
    };
}
