using System.Text;
using Stanch.Detection.Scanning;

namespace Stanch.Detection.Tests.Scanning;

/// <summary>Run alone: another test that uses the same regular expression at the same time would make it set aside memory for a second user.</summary>
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
[Collection(nameof(AllocationTests))]
public sealed class AllocationTests
{
    private static readonly Provenance.File File = new("f");

    [Theory]
    [InlineData("plain text without anything in it\n")]
    [InlineData("a tok_ here, a beta there, the password is wrong, gamma rays and -delta- too\n")]
    [InlineData("beta: short\npassword =\n tok_tooshort gamma\n")]
    public void ABlobWithoutAMatchAllocatesNothing(string line)
    {
        var content = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(line, 5000)));
        var session = new ScanSession(Detectors.Scanner);

        // The first rounds warm up.
        Enumerable.Range(0, 40).Min(_ => Allocated(session, content)).ShouldBe(0);
        session.Findings().ShouldBeEmpty();
    }

    private static long Allocated(ScanSession session, byte[] content)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        session.Accept(new Blob(content, File));
        session.Find("x", content);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
