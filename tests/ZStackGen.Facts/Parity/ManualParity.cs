using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Facts.Facts;
using ZStackGen.Facts.Merging;
using ZStackGen.Specs.Model;

namespace ZStackGen.Facts.Parity;

/// <summary>Compares the pages with the sections of the manual. If the SDK disagrees, the SDK wins.</summary>
internal static class ManualParity
{
    private const string SdkDecides = "the SDK, which is tested against the server, says what the page says";

    /// <summary>Adds the comparison to a report.</summary>
    public static void Compare(FactsFolder facts, PageLookup pages, ParityReport report)
    {
        foreach (IGrouping<string, ManualApi> group in ManualSections.Group(facts))
        {
            ApiModel? page = pages.Api(group.Key);
            SdkApi? sdk = facts.Sdk.GetValueOrDefault(group.Key) ?? facts.Removed.GetValueOrDefault(group.Key);
            foreach (ManualApi section in group)
            {
                report.Compare("manual: APIs", section.Name, "described", page is null ? "absent" : "described");
                if (page is not null)
                    Compare(section, sdk, page, report);
            }
        }
    }

    private static void Compare(ManualApi section, SdkApi? sdk, ApiModel page, ParityReport report)
    {
        string name = section.Name;
        report.Compare("manual: methods", name, section.Method, page.Method, () => sdk?.Method == page.Method ? SdkDecides : null);
        report.Compare("manual: paths", name, section.Path, page.Path, () => sdk is not null && "/v1" + sdk.Path == page.Path ? SdkDecides : null);
        if (section.Wrapper is not null && page.Method is "POST" or "PUT")
        {
            report.Compare("manual: wrappers", name, section.Wrapper ?? "(none)", page.Wrapper ?? "(none)", () =>
                sdk?.Wrapper == page.Wrapper ? SdkDecides : section.Wrapper is null ? "the section shows no wrapper" : null);
        }

        report.Compare("manual: sessions", name, $"{section.NeedSession}", $"{page.RequiresSession}", () => sdk?.NeedSession == page.RequiresSession ? SdkDecides : null);
        report.Compare("manual: queries", name, $"{section.IsQuery}", $"{page.IsQuery}", () => sdk?.IsQuery == page.IsQuery ? SdkDecides : null);
        foreach (ManualParameter parameter in section.Parameters)
            Compare(section, parameter, sdk, page, report);
        foreach (ManualField field in section.Response.Where(static field => field.Name is not ("success" or "error")))
        {
            FieldModel? row = (page.Response?.Fields ?? default).FirstOrDefault(row => row.Name == field.Name);
            report.Compare("manual: response fields", $"{name} response.{field.Name}", "described", row is null ? "absent" : "described");
        }

        foreach (string tag in section.SystemTags)
        {
            bool has = page.SystemTags.Any(row => Key(row.Tag) == Key(tag));
            report.Compare("manual: system tags", $"{name} {tag}", "described", has ? "described" : "absent", () =>
                tag.StartsWith("vv", StringComparison.Ordinal) ? "misspelled: the same page has the tag with one v" : null);
        }
    }

    private static void Compare(ManualApi section, ManualParameter parameter, SdkApi? sdk, ApiModel page, ParityReport report)
    {
        string place = $"{section.Name}.{parameter.Name}";
        ParameterModel? row = page.Parameters.FirstOrDefault(row => row.Name == parameter.Name);
        report.Compare("manual: parameters", place, "described", row is null ? "absent" : "described", () => Absence(parameter, page));
        if (row is null)
            return;
        SdkParameter? known = sdk?.Params.FirstOrDefault(other => other.Name == parameter.Name);
        report.Compare("manual: places", place, parameter.Location, Location(row), () =>
            known?.Location == Location(row) ? SdkDecides
            : row.Location == ParameterLocation.Path ? "a variable of the path always stands in the path"
            : page.Method is "GET" or "DELETE" ? "a GET or DELETE has no body"
            : page.Method != section.Method ? SdkDecides
            : parameter.Location == "path" && !page.Path.Contains("{" + parameter.Name + "}", StringComparison.Ordinal) ? "the path has no such variable" : null);
        report.Compare("manual: required", place, $"{parameter.Required}", $"{row.IsRequired}", () =>
            known?.Required == row.IsRequired ? SdkDecides
            : row.Location == ParameterLocation.Path ? "a variable of the path is always needed"
            : known is null && sdk is not null ? "the SDK calls the API without it" : null);
        (string fact, string told) = TypeComparison.Align(parameter.Type, row.Type);
        report.Compare("manual: parameter types", place, fact, told, () => known is not null && TypeComparison.Align(known.Type, row.Type) is var (sdkFact, sdkTold) && sdkFact == sdkTold ? SdkDecides : null);
        if (parameter.Values.Count > 0)
        {
            report.Compare("manual: values", place, string.Join(", ", parameter.Values), string.Join(", ", row.Values), () =>
                known is { ValidValues.Count: > 0 } ? SdkDecides
                : TypeText.Normalize(row.Type) is not ("String" or "List<String>" or "List<Object>") ? "a page lists values of texts only"
                : row.Values.Count > 0 && section.Parameters.Count(other => other.Name == parameter.Name) > 1 ? "the table has the row twice" : Other(parameter, row));
        }
    }

    private static string? Absence(ManualParameter parameter, ApiModel page)
    {
        if (page.IsQuery)
            return "a query takes the standard arguments only";
        if (page.Parameters.Any(row => row.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)))
            return "misspelled: the SDK has the same name with another capital letter";
        return parameter.Name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? null : "the name holds characters that no name has";
    }

    private static string? Other(ManualParameter parameter, ParameterModel row) =>
        parameter.Values.All(value => row.Values.Contains(value)) ? "another section of the same API lists more" : null;

    // A tag with a different variable name is the same tag.
    private static string Key(string tag) => string.Join("::", tag.Split("::").Select(static part => part.StartsWith('{') ? "{}" : part));

    private static string Location(ParameterModel row) => row.Location switch
    {
        ParameterLocation.Path => "path",
        ParameterLocation.Query => "query",
        _ => "body",
    };
}
