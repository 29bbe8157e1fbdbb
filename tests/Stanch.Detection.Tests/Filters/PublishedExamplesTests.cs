using System.Text;
using Stanch.Detection.Filters;

namespace Stanch.Detection.Tests.Filters;

public sealed class PublishedExamplesTests
{
    // RFC 7617 writes its user and password out, so the value can be made here.
    [Fact]
    public void WhatAStandardPrintsIsKnown() => PublishedExamples.Contains(Encoding.ASCII.GetBytes(Convert.ToBase64String("Aladdin:open sesame"u8))).ShouldBeTrue();

    [Fact]
    public void AnythingElseIsNot() => Gen.Byte.Array[0, 600].Sample(value => PublishedExamples.Contains(value).ShouldBeFalse());
}
