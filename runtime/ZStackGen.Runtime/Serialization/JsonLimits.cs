using System.Text.Encodings.Web;
using System.Text.Json;

namespace ZStack;

internal static class JsonLimits
{
    // Deep enough for a long chain of error causes, and shallow enough for any stack.
    public const int MaxDepth = 128;

    // The number of characters of an unreadable value in a message.
    public const int Excerpt = 80;

    public static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = MaxDepth };

    public static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = MaxDepth };

    // The writers always produce a valid structure. The relaxed encoder writes Chinese text as UTF-8 instead of \u escapes.
    public static readonly JsonWriterOptions WriterOptions = new()
    {
        SkipValidation = true,
        MaxDepth = MaxDepth,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
