using CsCheck;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Hooks;

namespace Stanch.Cli.Tests.Hooks;

public sealed class PushLinesTests
{
    private static readonly Gen<string> Id = Gen.Char["0123456789abcdef"].Array[40].Select(digits => new string(digits));
    private static readonly Gen<string> Name = Gen.Char["abcxyz/-_.@{}~^ "].Array[1, 20].Select(letters => new string(letters));

    [Fact]
    public void WhatGitWritesIsReadBack() =>
        Gen.Select(Name, Id, Id).Array[0, 5].Sample(refs =>
        {
            var remote = refs.Select((one, i) => (Local: one.Item1, New: one.Item2, Old: one.Item3, Ref: $"refs/heads/{i}")).ToList();
            PushLines.OfPush(string.Concat(remote.Select(one => $"{one.Local} {one.New} {one.Ref} {one.Old}\n"))).ShouldBe(remote.Select(one => new PushedRef(one.Ref, one.Old, one.New)));
            PushLines.OfReceive(string.Concat(remote.Select(one => $"{one.Old} {one.New} {one.Ref}\n"))).ShouldBe(remote.Select(one => new PushedRef(one.Ref, one.Old, one.New)));
        });

    [Fact]
    public void AnyTextIsReadOrRefusedInWords() =>
        Gen.Char["01af \n\r\0x"].Array[0, 200].Select(letters => new string(letters)).Sample(text =>
        {
            foreach (var parse in new Func<string, IReadOnlyList<PushedRef>>[] { PushLines.OfPush, PushLines.OfReceive })
            {
                try
                {
                    parse(text);
                }
                catch (UsageException)
                {
                    // It says what is wrong.
                }
            }
        });
}
