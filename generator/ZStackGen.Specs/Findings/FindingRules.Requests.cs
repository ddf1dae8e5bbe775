using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Findings;

/// <content>Rules about what a page says twice about its request.</content>
public static partial class FindingRules
{
    /// <summary>ZSG1030.</summary>
    public static readonly FindingRule MethodContradiction = new("ZSG1030", FindingSeverity.Warning,
        "Two methods for one request", "The request line and the request example name different methods.", "Correct the wrong one.");
}
