using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Findings;

/// <content>Rules about what a page says twice about its request.</content>
public static partial class FindingRules
{
    /// <summary>ZSG1030.</summary>
    public static readonly FindingRule MethodContradiction = new("ZSG1030", FindingSeverity.Warning,
        "Two methods for one request", "The request line and the request example name different methods.", "Correct the wrong one.");

    /// <summary>ZSG1031.</summary>
    public static readonly FindingRule PathContradiction = new("ZSG1031", FindingSeverity.Warning,
        "Two paths for one request", "The request line and the request example name different paths.", "Correct the wrong one.");

    /// <summary>ZSG1032.</summary>
    public static readonly FindingRule ValueMissing = new("ZSG1032", FindingSeverity.Warning,
        "Example uses a value that its list lacks", "The list of allowed values does not contain the value that the page's own example sends; other values are accepted, too.",
        "Add the value to the list, or correct the example.");

    /// <summary>ZSG1033.</summary>
    public static readonly FindingRule InvalidPath = new("ZSG1033", FindingSeverity.Warning,
        "Path holds a character that no path has", "A request path holds a character that a URL's path cannot hold, or a brace without its partner.",
        "Write the path as the server has it, variables in braces: `/v1/zones/{uuid}`.");
}
