using System;
using System.IO;
using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>Short explorer pages in our own words, and the shared pages.</summary>
internal static class ExplorerPages
{
    /// <summary>Returns a flat page. Omitted arguments are omitted from the page.</summary>
    public static string Flat(string header, string title, string inputs, string endpoint, string curl, string sample = "200{ \"inventory\": { \"uuid\": \"1\" } }") => $$"""
        Manual/Pools/Door Operations
        {{header}}
        {{title}}
        {{title}}
        Execution Availability
        Try It Out
        Send a pretended request from here.
        Path Parameters
        Request Inputs
        {{inputs}}
        Responses
        Endpoint
        {{endpoint}}
        {{endpoint[endpoint.IndexOf('/', StringComparison.Ordinal)..]}}
        Request Example
        {{curl}}
        Response Example
        {{sample}}Change History
        Nothing changed yet.
        """;

    public static PageReadResult Read(string text, string path = "specs/page1.txt") => SpecReader.Read(path, text, TestContext.Current.CancellationToken);

    /// <summary>Returns the only API of a page without findings.</summary>
    public static ApiModel ReadClean(string text, string path = "specs/page1.txt")
    {
        PageReadResult result = Read(text, path);
        // The documentation names versions that were never released.
        Assert.Empty(result.Findings.Where(static finding => finding.Id != "ZSG1062").Select(finding => finding.Id + ": " + finding.Message));
        return Assert.Single(result.Page.Apis);
    }

    /// <summary>Returns parameters as <c>name type place! ^</c>: ! is required, ^ is inside the wrapper.</summary>
    public static string[] Rows(ApiModel api) =>
        [.. api.Parameters.Select(p => $"{p.Name} {p.Type ?? "?"} {p.Location}{(p.IsRequired ? "!" : "")}{(p.InWrapper ? "^" : "")}")];
}
