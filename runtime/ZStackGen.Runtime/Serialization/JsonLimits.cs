using System.Text.Encodings.Web;
using System.Text.Json;

namespace ZStack;

internal static class JsonLimits
{
    // Deep enough for a long chain of error causes, shallow enough for any stack.
    public const int MaxDepth = 128;

    // How much of a value that cannot be read goes into a message.
    public const int Excerpt = 80;

    public static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = MaxDepth };

    // Our code keeps the structure right by itself; the relaxed encoder writes Chinese text as UTF-8 instead of \u escapes.
    public static readonly JsonWriterOptions WriterOptions = new()
    {
        SkipValidation = true,
        MaxDepth = MaxDepth,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
