using System;
using System.Collections.Generic;
using System.Globalization;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Findings;

/// <summary>Collects the findings of one page and returns them in text order.</summary>
internal sealed class FindingCollector(PageText page)
{
    /// <summary>The maximum number of findings per severity. Limits the memory that a page without usable content can take.</summary>
    private const int Most = 500;

    private readonly List<Finding> _findings = [];
    private readonly int[] _counts = new int[3];

    /// <summary>The number, the range and the highest severity of the omitted findings. They are reported as one finding.</summary>
    private int _leftOut, _leftOutStart = int.MaxValue, _leftOutEnd;
    private FindingSeverity _leftOutSeverity;

    public bool IsEmpty => _findings.Count == 0;

    public void Add(FindingRule rule, TextRange place, string message) => Add(rule, rule.Severity, place, message);

    public void Add(FindingRule rule, FindingSeverity severity, TextRange place, string message)
    {
        if (_counts[(int)severity]++ < Most)
        {
            _findings.Add(new Finding(rule.Id, severity, page.Path, page.Span(place), message));
            return;
        }

        _leftOut++;
        _leftOutStart = Math.Min(_leftOutStart, place.Start);
        _leftOutEnd = Math.Max(_leftOutEnd, place.End);
        _leftOutSeverity = severity > _leftOutSeverity ? severity : _leftOutSeverity;
    }

    /// <summary>Returns, for each line, whether it has a finding of <paramref name="severity"/> or higher.</summary>
    public bool[] LinesOf(FindingSeverity severity, int lineCount)
    {
        var lines = new bool[lineCount];
        foreach (Finding finding in _findings)
        {
            if (finding.Severity < severity)
                continue;
            for (int line = finding.Span.StartLine; line <= finding.Span.EndLine; line++)
                lines[line] = true;
        }

        return lines;
    }

    public EquatableArray<Finding> InTextOrder()
    {
        if (_findings.Count == 0)
            return default;
        if (_leftOut > 0)
        {
            _findings.Add(new Finding(FindingRules.TooManyFindings.Id, _leftOutSeverity, page.Path, page.Span(new TextRange(_leftOutStart, _leftOutEnd)),
                string.Format(CultureInfo.InvariantCulture, "{0} more findings in this range are omitted.", _leftOut)));
            _leftOut = 0;
        }

        var ordered = _findings.ToArray();
        // Findings are printed and compared, so findings with the same start keep their order.
        var keys = new (int Start, int Index)[ordered.Length];
        for (int i = 0; i < keys.Length; i++)
            keys[i] = (ordered[i].Span.Start, i);
        Array.Sort(keys, ordered);
        return new EquatableArray<Finding>(ordered);
    }
}
