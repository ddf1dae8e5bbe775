using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ZStackGen.Tool.Verifying;

/// <summary>Writes verdicts for people: the contradictions, or all rows, and a summary.</summary>
internal static class VerifyText
{
    /// <summary>Writes the rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="writesAll">Whether to write all rows and not only the contradictions.</param>
    /// <param name="output">The writer.</param>
    public static void Write(IReadOnlyList<VerifiedRow> rows, bool writesAll, TextWriter output)
    {
        foreach (VerifiedRow row in rows.Where(row => writesAll || row.Verdict == Verdict.Contradicted))
        {
            string place = $"{row.Page.ShownPath}:{row.Span.StartLine + 1}:{row.Span.StartColumn + 1}";
            output.Write(OutputConsole.Visible($"{place}: {VerifiedRow.NameOf(row.Verdict)}: {row.Kind} {row.Name}: {row.Evidence}") + "\n");
        }

        int Count(Verdict verdict) => rows.Count(row => row.Verdict == verdict);
        output.Write($"{Count(Verdict.Confirmed)} confirmed, {Count(Verdict.Contradicted)} contradicted, {Count(Verdict.NotTestable)} not testable\n");
    }
}
