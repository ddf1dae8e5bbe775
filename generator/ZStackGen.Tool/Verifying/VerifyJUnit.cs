using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;

namespace ZStackGen.Tool.Verifying;

/// <summary>Writes verdicts as the report of a test run, which CI systems show: a suite for each page, a test case for each row.</summary>
internal static class VerifyJUnit
{
    /// <summary>Writes the report.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="output">The writer.</param>
    public static void Write(IReadOnlyList<VerifiedRow> rows, TextWriter output)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = true, OmitXmlDeclaration = true };
        output.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using (var xml = XmlWriter.Create(output, settings))
        {
            xml.WriteStartElement("testsuites");
            foreach (IGrouping<string, VerifiedRow> page in rows.GroupBy(static row => row.Page.ShownPath))
            {
                xml.WriteStartElement("testsuite");
                xml.WriteAttributeString("name", Valid(page.Key));
                WriteCount(xml, "tests", page.Count());
                WriteCount(xml, "failures", page.Count(static row => row.Verdict == Verdict.Contradicted));
                WriteCount(xml, "skipped", page.Count(static row => row.Verdict == Verdict.NotTestable));
                foreach (VerifiedRow row in page)
                    WriteCase(xml, row);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        output.Write('\n');
    }

    private static void WriteCase(XmlWriter xml, VerifiedRow row)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", row.Kind);
        xml.WriteAttributeString("name", Valid(row.Name));
        xml.WriteAttributeString("line", XmlConvert.ToString(row.Span.StartLine + 1));
        if (row.Verdict != Verdict.Confirmed)
        {
            xml.WriteStartElement(row.Verdict == Verdict.Contradicted ? "failure" : "skipped");
            xml.WriteAttributeString("message", Valid(row.Evidence));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCount(XmlWriter xml, string name, int count) => xml.WriteAttributeString(name, XmlConvert.ToString(count));

    // Names of a page or a server can hold characters that XML cannot, or that act on a terminal.
    private static string Valid(string text) => string.Concat(OutputConsole.Visible(text).EnumerateRunes().Select(static rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\uFFFD"));
}
