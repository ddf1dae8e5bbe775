using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Findings;

/// <summary>One kind of finding.</summary>
/// <param name="Id">Stable id, such as <c>ZSG1004</c>.</param>
/// <param name="Severity">How bad it is unless the finding says otherwise.</param>
/// <param name="Title">The rule in a few words.</param>
/// <param name="Cause">What on a page (or in the catalog) leads to it.</param>
/// <param name="Mend">What the page's author does about it.</param>
public sealed record FindingRule(string Id, FindingSeverity Severity, string Title, string Cause, string Mend);
