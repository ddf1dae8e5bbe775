using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Facts.Facts;
using ZStackGen.Facts.Merging;
using ZStackGen.Specs.Model;

namespace ZStackGen.Facts.Parity;

/// <summary>Compares the pages with the actions of the SDK.</summary>
internal static class SdkParity
{
    /// <summary>Adds the comparison to a report.</summary>
    public static void Compare(FactsFolder facts, PageLookup pages, ParityReport report)
    {
        foreach (SdkApi api in facts.Sdk.Values.Concat(facts.Removed.Values))
        {
            ApiModel? page = pages.Api(api.Name);
            report.Compare("SDK: APIs", api.Name, "described", page is null ? "absent" : "described");
            if (page is not null)
                Compare(facts, api, page, report);
        }
    }

    private static void Compare(FactsFolder facts, SdkApi api, ApiModel page, ParityReport report)
    {
        report.Compare("SDK: methods", api.Name, api.Method, page.Method);
        report.Compare("SDK: paths", api.Name, "/v1" + api.Path, page.Path);
        foreach (string path in api.Paths.Where(path => path != api.Path))
            report.Compare("SDK: further paths", api.Name, "/v1" + path, page.AlternatePaths.Contains("/v1" + path) ? "/v1" + path : "absent");
        if (api.Method is "POST" or "PUT")
            report.Compare("SDK: wrappers", api.Name, Wrappers.Of(facts, api) ?? "(none)", page.Wrapper ?? "(none)");
        report.Compare("SDK: sessions", api.Name, $"{api.NeedSession}", $"{page.RequiresSession}");
        report.Compare("SDK: queries", api.Name, $"{api.IsQuery}", $"{page.IsQuery}");
        report.Compare("SDK: asynchronous", api.Name, $"{api.Async}", $"{page.IsAsync}");
        Compare("SDK: API versions", api.Name, api.Since, page.Since, report);
        foreach (SdkParameter parameter in api.Params)
            Compare(api, parameter, page, report);
        foreach (SdkField field in Result(facts, api.Result))
            Compare(api, field, page, report);
    }

    private static void Compare(SdkApi api, SdkParameter parameter, ApiModel page, ParityReport report)
    {
        string place = $"{api.Name}.{parameter.Name}";
        ParameterModel? row = page.Parameters.FirstOrDefault(row => row.Name == parameter.Name);
        report.Compare("SDK: parameters", place, "described", row is null ? "absent" : "described");
        if (row is null)
            return;
        report.Compare("SDK: places", place, parameter.Location, Location(row));
        report.Compare("SDK: required", place, $"{parameter.Required}", $"{row.IsRequired}", () =>
            row.Location == ParameterLocation.Path ? "a variable of the path is always needed" : null);
        (string fact, string told) = TypeComparison.Align(parameter.Type, row.Type);
        report.Compare("SDK: parameter types", place, fact, told);
        if (parameter.ValidValues.Count > 0)
        {
            report.Compare("SDK: values", place, string.Join(", ", parameter.ValidValues), string.Join(", ", row.Values), () =>
                TypeText.Normalize(parameter.Type) is not ("String" or "List" or "List<String>")
                    ? "a number or an enumeration has its values in its type, and a page lists values of texts only"
                    : null);
        }

        if (row.Location == ParameterLocation.Body)
        {
            report.Compare("SDK: inside the wrapper", place, "True", $"{row.InWrapper}", () =>
                parameter.Name is "systemTags" or "userTags" ? "the SDK sends tags inside the wrapper, the documentation beside it; the server takes both" : null);
        }

        Compare("SDK: parameter versions", place, parameter.Since ?? api.Since, row.Since ?? page.Since, report);
    }

    private static void Compare(SdkApi api, SdkField field, ApiModel page, ParityReport report)
    {
        string place = $"{api.Name} response.{field.Name}";
        FieldModel? row = (page.Response?.Fields ?? default).FirstOrDefault(row => row.Name == field.Name);
        report.Compare("SDK: response fields", place, "described", row is null ? "absent" : "described");
        if (row is null)
            return;
        (string fact, string told) = TypeComparison.Align(field.Type, row.Type);
        report.Compare("SDK: response types", place, fact, told);
    }

    private static IEnumerable<SdkField> Result(FactsFolder facts, string? name) =>
        name is not null && facts.SdkStructures.TryGetValue(name, out SdkStructure? result) ? result.Fields : [];

    // The versions of the first pages come from the documentation, which states 0.6 if the version is unknown.
    private static void Compare(string aspect, string place, string? fact, string? page, ParityReport report)
    {
        if (fact is null)
            return;
        report.Compare(aspect, place, Padded(fact), Padded(page ?? ""), () =>
            page == Versions.Default ? "the page was written before the facts: the documentation's version is kept" : null);
    }

    private static string Padded(string version) => version.Count(static c => c == '.') == 1 && version != Versions.Default ? version + ".0" : version;

    private static string Location(ParameterModel row) => row.Location switch
    {
        ParameterLocation.Path => "path",
        ParameterLocation.Query => "query",
        _ => "body",
    };
}
