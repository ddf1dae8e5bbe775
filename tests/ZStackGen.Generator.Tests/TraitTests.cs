using System;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>Generated code states whether an API creates a job.</summary>
public sealed class TraitTests
{
    [Theory]
    [InlineData("MarkThing", "PUT", "Synchronous.", "RequiresSession | Wire_::ApiTraits.Synchronous)")]
    [InlineData("MarkThing", "PUT", "Asynchronous.", "Asynchronous | Wire_::ApiTraits.RequiresSession)")]
    [InlineData("MarkThing", "GET", "Synchronous.", "RequiresSession)")]
    // The page does not state it, but the API is known.
    [InlineData("CheckApiPermission", "PUT", "", "RequiresSession | Wire_::ApiTraits.Synchronous)")]
    [InlineData("MarkThing", "PUT", "", "RequiresSession)")]
    public void Only_an_API_with_a_body_that_creates_no_job_is_synchronous(string api, string method, string marker, string traits)
    {
        GeneratorRun run = GeneratorRun.On(
            ("/project/specs/a/" + api + ".md", $"""
                # {api}

                Marks a thing.

                `{method} /v1/things`

                {marker}

                ## Parameters

                | Name | Type | Location | Description | Since |
                |---|---|---|---|---|
                | mode | String | {(method == "GET" ? "query" : "body")} | How. | 0.6 |
                """));
        Assert.Contains($"(\"{api}\", \"{method}\", \"/v1/things\", Wire_::ApiTraits.{traits}", run.AllSources(), StringComparison.Ordinal);
    }
}
