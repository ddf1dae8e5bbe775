using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Markdig;
using Markdig.Extensions.Tables;

namespace ZStackGen.Tool.Tests.Importing;

/// <summary>The styles in which the same page is published as HTML.</summary>
public enum HtmlStyle
{
    /// <summary>In the style of pandoc: a title block, a table of contents, header rows with classes.</summary>
    Pandoc,

    /// <summary>In the style of DITA: a class on every element, cells with paragraphs, breadcrumbs, a frame of divs.</summary>
    Dita,

    /// <summary>In the style of a wiki: a layout table, edit links, header cells without a head, highlighted samples.</summary>
    Wiki,
}

/// <summary>Renders the pages of the corpus as HTML.</summary>
internal static class HtmlRendering
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables(new PipeTableOptions { InferColumnWidthsFromSeparator = false }).UseAutoIdentifiers().Build();

    /// <summary>Renders Markdown.</summary>
    public static string Render(string markdown, HtmlStyle style) => InStyle(Markdown.ToHtml(markdown, s_pipeline), style);

    /// <summary>Renders a copied page, whose lines are not Markdown. Each line becomes an element.</summary>
    public static string RenderLines(string text, HtmlStyle style)
    {
        var html = new StringBuilder();
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            string encoded = WebUtility.HtmlEncode(line.TrimEnd());
            html.Append(style switch
            {
                HtmlStyle.Pandoc => $"{encoded}<br />\n",
                HtmlStyle.Dita => $"<div class=\"p\">{encoded}</div>\n",
                _ => $"<div><span>{encoded}</span></div>",
            });
        }

        return Frame(html.ToString(), "Page", style);
    }

    private static string InStyle(string html, HtmlStyle style)
    {
        IHtmlDocument document = new HtmlParser().ParseDocument(html);
        string title = document.QuerySelector("h1,h2,h3,h4")?.TextContent ?? "Page";
        switch (style)
        {
            case HtmlStyle.Pandoc:
                foreach (IElement row in document.QuerySelectorAll("thead tr"))
                    row.ClassName = "header";
                break;
            case HtmlStyle.Dita:
                Dita(document);
                break;
            default:
                Wiki(document);
                break;
        }

        return Frame(document.Body!.InnerHtml, title, style);
    }

    private static void Dita(IHtmlDocument document)
    {
        foreach (IElement element in document.Body!.QuerySelectorAll("*"))
        {
            string name = element.LocalName;
            element.ClassName = name switch
            {
                "td" or "th" => "entry colsep-1 rowsep-1",
                "tr" => "row",
                "pre" => "pre codeblock",
                "strong" => "ph b",
                "code" => "ph codeph",
                "h1" or "h2" or "h3" or "h4" or "h5" => "title topictitle" + name[1],
                "blockquote" => "note note note_note",
                _ => name,
            };
            if (name is "td" && element.InnerHtml.Length > 0 && element.QuerySelector("ul") is null)
                element.InnerHtml = $"\n  <p class=\"p\">{element.InnerHtml}</p>\n";
        }

        foreach (IElement table in document.QuerySelectorAll("table").ToArray())
        {
            IElement box = document.CreateElement("div");
            box.ClassName = "tablenoborder";
            table.Replace(box);
            box.AppendChild(table);
            table.InnerHtml = "<colgroup><col style=\"width:20%\"></colgroup>" + table.InnerHtml;
        }
    }

    private static void Wiki(IHtmlDocument document)
    {
        foreach (IElement heading in document.QuerySelectorAll("h1,h2,h3,h4,h5,h6"))
            heading.InnerHtml = $"<span class=\"mw-headline\" id=\"{heading.Id}\">{heading.InnerHtml}</span><span class=\"mw-editsection\">[<a href=\"/edit?section=1\">edit</a>]</span>";
        foreach (IElement table in document.QuerySelectorAll("table"))
        {
            // No head: all rows are in the body, as in wikitext.
            string rows = string.Concat(table.QuerySelectorAll("tr").Select(static row => row.OuterHtml));
            table.InnerHtml = $"<tbody>{rows}</tbody>";
            table.ClassName = "wikitable";
        }

        foreach (IElement pre in document.QuerySelectorAll("pre"))
        {
            // A highlighter puts words and lines into spans.
            IEnumerable<string> lines = pre.TextContent.TrimEnd('\n').Split('\n').Select(static line =>
                $"<span class=\"line\">{WebUtility.HtmlEncode(line).Replace("&quot;uuid&quot;", "<span class=\"nt\">&quot;uuid&quot;</span>", StringComparison.Ordinal)}</span>");
            pre.OuterHtml = $"<div class=\"mw-highlight\"><pre>{string.Join('\n', lines)}</pre></div>";
        }

        foreach (IElement strong in document.QuerySelectorAll("strong"))
            strong.OuterHtml = $"<b>{strong.InnerHtml}</b>";
        foreach (IElement code in document.QuerySelectorAll("code"))
            code.OuterHtml = $"<tt>{code.InnerHtml}</tt>";
    }

    private static string Frame(string body, string title, HtmlStyle style)
    {
        string name = WebUtility.HtmlEncode(title);
        return style switch
        {
            HtmlStyle.Pandoc => $"""
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" lang="" xml:lang="">
                <head><meta charset="utf-8" /><title>{name}</title><style>td {"{"} a: b {"}"}</style></head>
                <body>
                <nav id="TOC" role="doc-toc"><ul><li><a href="#a">GET zstack/v1/nav</a></li></ul></nav>
                {body}
                </body></html>
                """,
            HtmlStyle.Dita => $"""
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE html SYSTEM "about:legacy-compat">
                <html lang="zh-cn"><head><meta charset="UTF-8"><title>{name}</title><script>var a = "<table><tr><td>x</td></tr></table>";</script></head>
                <body id="concept_x" class="wh_topic_page frmBody"><a href="#wh_topic_body" class="sr-only">Skip to main content</a>
                <header class="navbar wh_header"><div class="wh_logo">Docs</div><ul><li>Menu</li></ul></header>
                <div class="wh_breadcrumb"><ol class="d-print-none"><li><a href="../index.html">Home</a></li><li>CreateNothing</li></ol></div>
                <div class="container"><div class="row"><main class="wh_topic_content"><div class="topic">{body}</div></main></div></div>
                <nav class="wh_side_toc"><ul><li>CreateNothing</li></ul></nav>
                <footer class="navbar wh_footer"><p>PUT zstack/v1/footer</p></footer></body></html>
                """,
            _ => $"""
                <html><head><title>{name}</title></head><body class="mediawiki with-sidebar">
                <div id="mw-head"><div id="p-search">Search</div></div>
                <table width="100%"><tr><td width="15%"><div class="sidebar"><ul><li>Main page</li><li>DeleteNothing</li></ul></div></td>
                <td><div id="siteSub">From the wiki</div><div id="toc" class="toc"><h2>Contents</h2><ul><li>1 CreateNothing</li></ul></div>
                {body}
                <div id="catlinks" class="catlinks">Categories: API</div></td></tr></table>
                </body></html>
                """,
        };
    }
}
