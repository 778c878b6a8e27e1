/// Modules and layers: what `torch.nn` holds, with `torch.nn.functional` as [F] and `torch.nn.init` as [Init]. The groups
/// are those of PyTorch's documentation.
///
/// - Containers: [Module], [Sequential], [ModuleList], [ModuleDict], [ParameterList], [ParameterDict],
///   and [GlobalHooks], which run with every module
/// - Convolution layers: [Conv1d], [Conv2d], [Conv3d], [ConvTranspose1d], [ConvTranspose2d], [ConvTranspose3d],
///   [LazyConv1d], [LazyConv2d], [LazyConv3d], [LazyConvTranspose1d], [LazyConvTranspose2d], [LazyConvTranspose3d],
///   [Unfold], [Fold]
/// - Pooling layers: [MaxPool1d], [MaxPool2d], [MaxPool3d], [MaxUnpool1d], [MaxUnpool2d], [MaxUnpool3d],
///   [AvgPool1d], [AvgPool2d], [AvgPool3d], [FractionalMaxPool2d], [FractionalMaxPool3d], [LPPool1d], [LPPool2d],
///   [LPPool3d], [AdaptiveMaxPool1d], [AdaptiveMaxPool2d], [AdaptiveMaxPool3d], [AdaptiveAvgPool1d],
///   [AdaptiveAvgPool2d], [AdaptiveAvgPool3d]
/// - Padding layers: [ReflectionPad1d], [ReflectionPad2d], [ReflectionPad3d], [ReplicationPad1d],
///   [ReplicationPad2d], [ReplicationPad3d], [ZeroPad1d], [ZeroPad2d], [ZeroPad3d], [ConstantPad1d],
///   [ConstantPad2d], [ConstantPad3d], [CircularPad1d], [CircularPad2d], [CircularPad3d]
/// - Non-linear activations (weighted sum, nonlinearity): [ELU], [Hardshrink], [Hardsigmoid], [Hardtanh],
///   [Hardswish], [LeakyReLU], [LogSigmoid], [MultiheadAttention], [PReLU], [ReLU], [ReLU6], [RReLU], [SELU],
///   [CELU], [GELU], [Sigmoid], [SiLU], [Mish], [Softplus], [Softshrink], [Softsign], [Tanh], [Tanhshrink],
///   [Threshold], [GLU]
/// - Non-linear activations (other): [Softmin], [Softmax], [Softmax2d], [LogSoftmax], [AdaptiveLogSoftmaxWithLoss]
/// - Normalization layers: [BatchNorm1d], [BatchNorm2d], [BatchNorm3d], [LazyBatchNorm1d], [LazyBatchNorm2d],
///   [LazyBatchNorm3d], [GroupNorm], [SyncBatchNorm], [InstanceNorm1d], [InstanceNorm2d], [InstanceNorm3d],
///   [LazyInstanceNorm1d], [LazyInstanceNorm2d], [LazyInstanceNorm3d], [LayerNorm], [LocalResponseNorm],
///   [CrossMapLRN2d], [RMSNorm]
/// - Recurrent layers: [RNNBase], [RNN], [LSTM], [GRU], [RNNCellBase], [RNNCell], [LSTMCell], [GRUCell]
/// - Transformer layers: [Transformer], [TransformerEncoder], [TransformerDecoder], [TransformerEncoderLayer],
///   [TransformerDecoderLayer]
/// - Linear layers: [Identity], [Linear], [Bilinear], [LazyLinear]
/// - Dropout layers: [Dropout], [Dropout1d], [Dropout2d], [Dropout3d], [AlphaDropout], [FeatureAlphaDropout]
/// - Sparse layers: [Embedding], [EmbeddingBag]
/// - Distance functions: [CosineSimilarity], [PairwiseDistance]
/// - Loss functions: [L1Loss], [MSELoss], [CrossEntropyLoss], [CTCLoss], [NLLLoss], [NLLLoss2d], [PoissonNLLLoss],
///   [GaussianNLLLoss], [KLDivLoss], [BCELoss], [BCEWithLogitsLoss], [MarginRankingLoss], [HingeEmbeddingLoss],
///   [MultiLabelMarginLoss], [HuberLoss], [SmoothL1Loss], [SoftMarginLoss], [MultiLabelSoftMarginLoss],
///   [CosineEmbeddingLoss], [MultiMarginLoss], [TripletMarginLoss], [TripletMarginWithDistanceLoss]
/// - Vision layers: [PixelShuffle], [PixelUnshuffle], [Upsample], [UpsamplingNearest2d], [UpsamplingBilinear2d]
/// - Shuffle layers: [ChannelShuffle]
/// - DataParallel layers (several devices): [DataParallel]
/// - Utilities: [Flatten], [Unflatten], [PackedSequence], [Rnn], [SkipInit], [Clip], [ConvertParameters], [Fusion],
///   [Parametrize], [Parametrizations], [ParametrizationList], [Prune], [BasePruningMethod], [PruningContainer],
///   [WeightNorm], [SpectralNorm], [Func], [Checkpoint]
/// - Parameters that wait for their shape: [UninitializedParameter], [UninitializedBuffer]
@NullMarked
package sconce.nn;

import org.jspecify.annotations.NullMarked;
