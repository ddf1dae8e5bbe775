using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ZStackGen.Specs.Findings;

namespace ZStackGen.Tool.Checking;

/// <summary>All rules, by id. Gathered from <see cref="FindingRules"/>'s fields, so that a new rule is never missing from a log.</summary>
internal static class RuleCatalog
{
    /// <summary>The rules in the order of their ids.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        .. typeof(FindingRules)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(static field => field.FieldType == typeof(FindingRule))
            .Select(static field => (FindingRule)field.GetValue(null)!)
            .OrderBy(static rule => rule.Id, StringComparer.Ordinal),
    ];
}
