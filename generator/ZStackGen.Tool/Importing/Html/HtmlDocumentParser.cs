using System.Collections.Generic;
using System.Threading;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ZStackGen.Tool.Importing.Html;

/// <summary>Parses HTML and rejects text that would take too long: the time of the parser grows with the square of the nesting.</summary>
internal static class HtmlDocumentParser
{
    /// <summary>Browsers limit the tree to 512 levels. The parser does too, but that does not limit its time.</summary>
    private const int MostNested = 500;

    /// <summary>More tags than handwritten markup of the maximum page size contains.</summary>
    private const int MostElements = 2_000_000;

    /// <summary>The parser reopens unclosed emphasis in every paragraph, so there may be more elements than tags, but not many more.</summary>
    private const int CopiesPerElement = 2;

    /// <summary>Parses a document.</summary>
    /// <param name="html">The text.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The document, its elements with their places.</returns>
    /// <exception cref="HtmlTooComplexException">The elements are nested too deeply or too many.</exception>
    public static IHtmlDocument Parse(string html, CancellationToken cancellationToken)
    {
        var guard = new Guard(cancellationToken);
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true, OnCreated = (element, _) => guard.Count(element) });
        return parser.ParseDocument(html);
    }

    /// <summary>Counts elements as the parser creates them. The parser does not report the copies of unclosed emphasis.</summary>
    private sealed class Guard(CancellationToken cancellationToken)
    {
        private readonly Dictionary<IElement, int> _depths = new(ReferenceEqualityComparer.Instance);
        private readonly Stack<IElement> _unknown = [];
        private IElement? _last;
        private int _count;

        /// <summary>Counts a new element. It has no parent yet, but the previous element has.</summary>
        public void Count(IElement element)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _count++;
            if (_last is { } last)
            {
                int depth = DepthOf(last);
                // Copies are above an element or, around text, inside it.
                for (IElement? copy = last.LastElementChild; copy is not null && !_depths.ContainsKey(copy); copy = copy.LastElementChild)
                    Take(copy, ++depth);
            }

            if (_count > MostElements || _depths.Count > (_count * (CopiesPerElement + 1L)) + 10_000)
                throw new HtmlTooComplexException("it has too many elements, or too many that are never closed");
            _last = element;
        }

        private int DepthOf(IElement element)
        {
            IElement? known = element;
            int depth = 0;
            for (; known is not null && !_depths.TryGetValue(known, out depth); known = known.ParentElement)
                _unknown.Push(known);
            if (known is null)
                depth = 0;
            while (_unknown.TryPop(out IElement? next))
                Take(next, ++depth);
            return depth;
        }

        private void Take(IElement element, int depth)
        {
            if (depth > MostNested)
                throw new HtmlTooComplexException($"its elements are nested more than {MostNested} deep");
            _depths[element] = depth;
        }
    }
}
