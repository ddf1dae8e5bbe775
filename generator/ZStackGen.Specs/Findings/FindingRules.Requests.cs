using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Findings;

/// <content>Rules about contradictions within the request of an API.</content>
public static partial class FindingRules
{
    /// <summary>The rule ZSG1030.</summary>
    public static readonly FindingRule MethodContradiction = new("ZSG1030", FindingSeverity.Warning,
        "Two methods for one request", "The request line and the request example have different methods.", "Correct the wrong method.");

    /// <summary>The rule ZSG1031.</summary>
    public static readonly FindingRule PathContradiction = new("ZSG1031", FindingSeverity.Warning,
        "Two paths for one request", "The request line and the request example have different paths, or a row says `path` but the path has no such variable.", "Correct the wrong path.");

    /// <summary>The rule ZSG1032.</summary>
    public static readonly FindingRule ValueMissing = new("ZSG1032", FindingSeverity.Warning,
        "Example uses an unlisted value", "The example sends a value that is not in the list of allowed values. The generated code accepts other values, too.",
        "Add the value to the list, or correct the example.");

    /// <summary>The rule ZSG1033.</summary>
    public static readonly FindingRule InvalidPath = new("ZSG1033", FindingSeverity.Warning,
        "Invalid request path", "A request path contains a character that the path of a URL cannot contain, an unmatched brace, or a segment `.` or `..`.",
        "Write the path as the server expects it, with variables in braces: `/v1/zones/{uuid}`.");
}
