using System;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>Generated code states the wrapper of a body only if the runtime does not derive the same wrapper from the method and the name.</summary>
public sealed class WrapperTests
{
    [Theory]
    [InlineData("MarkThing", "PUT", "markThing", null)]
    [InlineData("MarkThing", "PUT", "params", "params")]
    [InlineData("MarkThing", "PUT", "MarkThing", "MarkThing")]
    [InlineData("MarkThing", "POST", "params", null)]
    [InlineData("MarkThing", "POST", "markThing", "markThing")]
    public void Only_an_unusual_wrapper_is_stated(string api, string method, string wrapper, string? stated)
    {
        GeneratorRun run = GeneratorRun.On(
            ("/project/specs/a/" + api + ".md", $"""
                # {api}

                Marks a thing.

                `{method} /v1/things`

                ## Parameters

                | Name | Type | Location | Description | Since |
                |---|---|---|---|---|
                | mode | String | body: {wrapper} | How. | 0.6 |
                """));
        run.CompilesWithoutWarnings();
        Assert.Equal(stated is not null, run.AllSources().Contains("Wrapper = ", StringComparison.Ordinal));
        if (stated is not null)
            Assert.Contains($"Wrapper = \"{stated}\"", run.AllSources(), StringComparison.Ordinal);
    }
}
