using System.CommandLine;
using Stanch.Cli.Checking;
using Stanch.Cli.Scanning;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch check WHAT</c>: whether a secret still works, and what it tells of itself.</summary>
internal static class CheckCommand
{
    public static Command Create(Invocation here)
    {
        var what = new Argument<string>("WHAT") { Description = "FILE:LINE of a finding, or - for a value on standard input." };
        var detector = new Option<string?>("--detector") { HelpName = "ID", Description = "Its kind, where the value alone does not tell or several were found." };
        var id = new Option<string?>("--id") { HelpName = "TEXT", Description = "The identifier that it is used with, where the provider asks for one." };
        var host = new Option<string?>("--host") { HelpName = "NAME", Description = "The host of your own installation of a self-hosted product." };
        var offline = new Option<bool>("--offline") { Description = "Ask nobody: only what the secret says of itself." };
        var timeout = new Option<string?>("--timeout") { HelpName = "TIME", Description = "How long an answer may take: 10s by default." };
        var proxy = new Option<string?>("--proxy") { HelpName = "URL", Description = "The proxy; HTTPS_PROXY is obeyed without it." };
        var ca = new Option<string?>("--ca") { HelpName = "FILE", Description = "Certificates (PEM) of your own authorities, trusted besides the system's." };
        var format = new Option<string>("--format") { HelpName = "text|json", Description = "How the answer is written: text by default.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("check", "Is it still valid? Asks its provider, on your request only: one read-only call to a host that the catalogue names.") { what, detector, id, host, offline, timeout, proxy, ca, format };
        command.SetAction(result =>
        {
            using var stop = new Interruption();
            var request = new CheckSettings(result.GetValue(what)!)
            {
                Detector = result.GetValue(detector),
                Id = result.GetValue(id),
                Host = result.GetValue(host),
                IsOffline = result.GetValue(offline),
                Timeout = result.GetValue(timeout),
                Proxy = result.GetValue(proxy),
                Authorities = result.GetValue(ca),
                IsJson = result.GetValue(format) == "json",
            };
            return (int)SecretCheck.Run(request, here, stop);
        });
        return command;
    }
}
