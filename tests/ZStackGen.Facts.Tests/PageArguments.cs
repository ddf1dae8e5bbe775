using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using ZStackGen.Facts.Examples;
using ZStackGen.Facts.Words;
using ZStackGen.Specs.Model;

namespace ZStackGen.Facts.Tests;

/// <summary>Arguments for the path and the query string of an API, which have no example on its page.</summary>
internal sealed class PageArguments
{
    private readonly ResourceWords _resources = new(GlossaryFile.Read(Path.Combine(Repository.Specs, "glossary.md")));

    /// <summary>Returns the argument for a variable of the path.</summary>
    public string Segment(ApiModel api, string variable, string session) =>
        variable == "sessionUuid" ? session
        : api.Parameters.FirstOrDefault(row => row.Name == variable) is { } parameter ? Of(api, parameter)
        : Text(api, variable, "String");

    /// <summary>Returns the argument for a parameter.</summary>
    public string Of(ApiModel api, ParameterModel parameter)
    {
        string? value = parameter.Values.Count > 0 ? parameter.Values[0] : null;
        bool isBound = value is null || value == "not empty" || value.Contains("..", StringComparison.Ordinal);
        return isBound ? Text(api, parameter.Name, parameter.Type) : value!;
    }

    private string Text(ApiModel api, string name, string? type)
    {
        JsonNode? value = new ExampleValues(_resources).Of(name, type is "List<String>" ? "String" : type ?? "String", _resources.OfApi(api.Name));
        return value is JsonValue text && text.TryGetValue(out string? known) ? known : value?.ToJsonString() ?? "x";
    }
}
