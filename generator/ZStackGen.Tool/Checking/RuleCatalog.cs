using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ZStackGen.Specs.Findings;

namespace ZStackGen.Tool.Checking;

/// <summary>All rules by ID, collected from the fields of <see cref="FindingRules"/> so that a log never misses a new rule.</summary>
internal static class RuleCatalog
{
    /// <summary>Gets the rules in the order of their IDs.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        .. typeof(FindingRules)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(static field => field.FieldType == typeof(FindingRule))
            .Select(static field => (FindingRule)field.GetValue(null)!)
            .OrderBy(static rule => rule.Id, StringComparer.Ordinal),
    ];
}
