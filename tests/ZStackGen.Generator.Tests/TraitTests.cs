using System;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>Generated code states whether an API creates a job.</summary>
public sealed class TraitTests
{
    [Theory]
    [InlineData("MarkThing", "PUT", "Synchronous.", ", Wire_::ApiTraits.RequiresSession | Wire_::ApiTraits.Synchronous)")]
    [InlineData("MarkThing", "PUT", "Asynchronous.", ", Wire_::ApiTraits.Asynchronous | Wire_::ApiTraits.RequiresSession)")]
    // A session is the default of the descriptor.
    [InlineData("MarkThing", "GET", "Synchronous.", ")")]
    // The page does not state it, but the API is known.
    [InlineData("CheckApiPermission", "PUT", "", ", Wire_::ApiTraits.RequiresSession | Wire_::ApiTraits.Synchronous)")]
    [InlineData("MarkThing", "PUT", "", ")")]
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
        Assert.Contains($"(\"{api}\", \"{method}\", \"/v1/things\"{traits}", run.AllSources(), StringComparison.Ordinal);
    }
}
