using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Findings;

/// <summary>Takes the findings of one page and gives them back in text order.</summary>
internal sealed class FindingCollector(PageText page)
{
    /// <summary>More than anyone reads; keeps a page of rubbish from costing memory.</summary>
    private const int Most = 500;

    private readonly List<Finding> _findings = [];

    public bool IsEmpty => _findings.Count == 0;

    public void Add(FindingRule rule, TextRange place, string message) => Add(rule, rule.Severity, place, message);

    public void Add(FindingRule rule, FindingSeverity severity, TextRange place, string message)
    {
        if (_findings.Count < Most)
            _findings.Add(new Finding(rule.Id, severity, page.Path, page.Span(place), message));
        else if (_findings.Count == Most)
            _findings.Add(new Finding(FindingRules.TooManyFindings.Id, FindingRules.TooManyFindings.Severity, page.Path, page.Span(place), $"More than {Most} findings; the rest is left out."));
    }

    public EquatableArray<Finding> InTextOrder()
    {
        if (_findings.Count == 0)
            return default;
        var ordered = _findings.ToArray();
        // A stable order for equal places: findings are printed and compared.
        var keys = new (int Start, int Index)[ordered.Length];
        for (int i = 0; i < keys.Length; i++)
            keys[i] = (ordered[i].Span.Start, i);
        Array.Sort(keys, ordered);
        return new EquatableArray<Finding>(ordered);
    }
}
