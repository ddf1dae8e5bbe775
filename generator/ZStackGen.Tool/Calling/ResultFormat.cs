namespace ZStackGen.Tool.Calling;

/// <summary>The form in which the result of a call is printed.</summary>
internal enum ResultFormat
{
    /// <summary>A table for people.</summary>
    Table,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>YAML.</summary>
    Yaml,
}
